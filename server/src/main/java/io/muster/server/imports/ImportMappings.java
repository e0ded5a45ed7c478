package io.muster.server.imports;

import io.muster.engine.file.Column;
import io.muster.engine.mapping.ColumnMapping;
import io.muster.engine.mapping.MappingCheck;
import io.muster.engine.mapping.MappingProblem;
import io.muster.engine.mapping.Target;
import io.muster.engine.plan.ImportOptions;
import io.muster.server.fields.CustomField;
import io.muster.server.fields.CustomFields;
import io.muster.server.imports.ImportSettings.ColumnSettings;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantSettings;
import io.muster.server.tenants.Tenants;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// Completes and checks the mappings of imports, and makes the custom fields that they ask for.
@Component
public class ImportMappings {
    private static final int LONGEST_KEY = 63;

    private final Tenants tenants;
    private final CustomFields fields;

    ImportMappings(Tenants tenants, CustomFields fields) {
        this.tenants = tenants;
        this.fields = fields;
    }

    /// Settings with a mapping that can be used: the given one, else the one chosen before, else
    /// the suggestions.
    ///
    /// @throws ApiProblem 422 naming all that is wrong
    ImportSettings complete(TenantId tenant, Import of, ImportSettings given) {
        ImportSettings settings = given.or(of.settings());
        List<ColumnSettings> columns =
                settings.columns() != null ? settings.columns() : suggested(of);
        Set<String> known = keys(tenant);
        if (Boolean.TRUE.equals(settings.autoCreateFields())) {
            columns = withNewFields(columns, of.columns(), known);
        }
        ImportSettings complete = settings.withColumns(columns);
        ImportOptions options = read(tenant, complete);
        List<FieldError> errors = errors(problems(of, options, known), columns);
        if (!errors.isEmpty()) {
            String detail =
                    errors.stream()
                            .map(FieldError::message)
                            .distinct()
                            .collect(Collectors.joining(" "));
            throw ApiProblem.unprocessable(detail, errors);
        }
        return complete;
    }

    /// What is wrong with a mapping that is still being made; empty when it can be used.
    ///
    /// @throws ApiProblem 422 for settings that cannot be read at all
    public List<MappingProblem> problems(TenantId tenant, Import of, ImportSettings settings) {
        return problems(of, read(tenant, settings), keys(tenant));
    }

    /// Columns as suggested when the file arrived.
    public static List<ColumnSettings> suggested(Import of) {
        return of.columns().stream()
                .map(column -> new ColumnSettings(column.index(), column.suggestion().target()))
                .toList();
    }

    /// Makes the custom fields that the mapping wants to be new.
    void createFields(TenantId tenant, Import of) {
        List<CustomField> wanted = new ArrayList<>();
        for (ColumnMapping column : read(tenant, of.settings()).columns()) {
            if (column.target() instanceof Target.NewCustom field) {
                String label = of.columns().get(column.index()).name();
                wanted.add(new CustomField(field.key(), label, field.type()));
            }
        }
        fields.ensure(tenant, wanted);
    }

    private ImportOptions read(TenantId tenant, ImportSettings settings) {
        TenantSettings defaults = tenants.get(tenant).settings();
        return new SettingsReader(defaults).read(settings);
    }

    private static List<MappingProblem> problems(
            Import of, ImportOptions options, Set<String> known) {
        List<Column> columns = of.columns().stream().map(ImportColumn::column).toList();
        return new MappingCheck(columns, known).check(options.columns(), options.required());
    }

    private Set<String> keys(TenantId tenant) {
        return fields.all(tenant).stream().map(CustomField::key).collect(Collectors.toSet());
    }

    private static List<FieldError> errors(
            List<MappingProblem> problems, List<ColumnSettings> columns) {
        List<FieldError> errors = new ArrayList<>();
        for (MappingProblem problem : problems) {
            List<String> pointers =
                    IntStream.range(0, columns.size())
                            .filter(i ->
                                    columns.get(i).index() != null
                                            && problem.columns().contains(columns.get(i).index()))
                            .mapToObj(i -> "/columns/" + i + "/target")
                            .toList();
            for (String pointer : pointers.isEmpty() ? List.of("/columns") : pointers) {
                errors.add(new FieldError(pointer, problem.code().name(), problem.message()));
            }
        }
        return errors;
    }

    /// Adds a text field for each column that has no target.
    private static List<ColumnSettings> withNewFields(
            List<ColumnSettings> columns, List<ImportColumn> all, Set<String> known) {
        List<ColumnSettings> complete = new ArrayList<>();
        Set<Integer> mapped = new HashSet<>();
        Set<String> taken = new HashSet<>();
        for (ColumnSettings column : columns) {
            String target = column.target();
            if (target != null && !target.equals(Target.SKIP.text())) {
                complete.add(column);
                mapped.add(column.index());
                taken.add(target.replaceFirst("^(cf|new):", ""));
            }
        }
        for (ImportColumn column : all) {
            if (!mapped.contains(column.index())) {
                String key = freeKey(column.name(), taken);
                taken.add(key);
                complete.add(
                        new ColumnSettings(
                                column.index(), (known.contains(key) ? "cf:" : "new:") + key));
            }
        }
        return complete;
    }

    private static String freeKey(String header, Set<String> taken) {
        String key = key(header);
        String free = key;
        for (int i = 2; taken.contains(free); i++) {
            String suffix = "_" + i;
            free = key.substring(0, Math.min(key.length(), LONGEST_KEY - suffix.length())) + suffix;
        }
        return free;
    }

    /// A custom field's key made of a header: “Lead Source (2026)” becomes `lead_source_2026`.
    public static String key(String header) {
        String plain =
                Normalizer.normalize(header, Normalizer.Form.NFKD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\p{M}", "")
                        .replaceAll("[^a-z0-9]+", "_")
                        .replaceAll("^_+|_+$", "");
        String key =
                plain.isEmpty()
                        ? "field"
                        : Character.isDigit(plain.charAt(0)) ? "field_" + plain : plain;
        return key.substring(0, Math.min(key.length(), LONGEST_KEY));
    }
}
