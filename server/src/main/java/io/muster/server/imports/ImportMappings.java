package io.muster.server.imports;

import io.muster.engine.field.CellReading;
import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.FieldType;
import io.muster.engine.file.Column;
import io.muster.engine.mapping.ColumnMapping;
import io.muster.engine.mapping.ColumnRules;
import io.muster.engine.mapping.MappingCheck;
import io.muster.engine.mapping.MappingProblem;
import io.muster.engine.mapping.SettledReading;
import io.muster.engine.mapping.Target;
import io.muster.engine.mapping.ValueCheck;
import io.muster.engine.outcome.Code;
import io.muster.engine.plan.ImportOptions;
import io.muster.server.contacts.FieldRules;
import io.muster.server.fields.CustomField;
import io.muster.server.fields.CustomFields;
import io.muster.server.fields.FieldKeys;
import io.muster.server.imports.ImportSettings.ColumnSettings;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantSettings;
import io.muster.server.tenants.Tenants;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// Completes and checks the mappings of imports, and makes the custom fields that they ask for.
@Component
public class ImportMappings {
    private final Tenants tenants;
    private final CustomFields fields;
    private final FieldRules rules;
    private final CampaignMembership campaigns;

    ImportMappings(
            Tenants tenants,
            CustomFields fields,
            FieldRules rules,
            CampaignMembership campaigns) {
        this.tenants = tenants;
        this.fields = fields;
        this.rules = rules;
        this.campaigns = campaigns;
    }

    /// Settings with a mapping that can be used: the given one, else the one chosen before, else
    /// the suggestions.
    ///
    /// @throws ApiProblem 422 naming all that is wrong
    ImportSettings complete(TenantId tenant, Import of, ImportSettings given) {
        ImportSettings settings = chosen(of, given.or(of.settings()));
        checkCampaign(tenant, settings);
        List<ColumnSettings> columns =
                ColumnPlaces.find(
                        Objects.requireNonNullElse(settings.columns(), List.of()), of.columns());
        if (Boolean.TRUE.equals(settings.autoCreateFields())) {
            columns = withNewFields(columns, of.columns(), tenant);
        }
        ImportOptions options = read(tenant, settings.withColumns(columns));
        List<FieldError> errors = errors(problems(tenant, of, options), columns);
        if (!errors.isEmpty()) {
            String detail =
                    errors.stream()
                            .map(FieldError::message)
                            .distinct()
                            .collect(Collectors.joining(" "));
            throw ApiProblem.unprocessable(detail, errors);
        }
        Map<String, FieldSpec> specs = fields.specs(tenant);
        fields.refuseTooMany(tenant, newFields(options, specs).size(), "/columns");
        return settings.withColumns(settled(columns, options, of, specs));
    }

    /// With the decimal marks and orders of dates that the columns tell, so that review and run go
    /// by the same ones, and whoever asks is told.
    private static List<ColumnSettings> settled(
            List<ColumnSettings> columns,
            ImportOptions options,
            Import of,
            Map<String, FieldSpec> specs) {
        Map<Integer, CellReading> readings = new HashMap<>();
        for (ColumnMapping column : options.columns()) {
            List<String> samples = of.columns().get(column.index()).samples();
            ColumnMapping settled = SettledReading.settle(column, specs, samples);
            if (!settled.equals(column)) {
                readings.put(column.index(), settled.reading());
            }
        }
        return columns.stream()
                .map(column -> {
                    CellReading found = readings.get(column.index());
                    return found == null
                            ? column
                            : column.settled(
                                    found.decimal().name().toLowerCase(Locale.ROOT),
                                    found.dateFormat().text());
                })
                .toList();
    }

    private static List<Target.NewCustom> newFields(
            ImportOptions options, Map<String, FieldSpec> specs) {
        return options.columns().stream()
                .map(ColumnMapping::target)
                .filter(Target.NewCustom.class::isInstance)
                .map(Target.NewCustom.class::cast)
                .filter(field -> !specs.containsKey(field.key()))
                .toList();
    }

    /// What is wrong with a mapping that is still being made; empty when it can be used.
    ///
    /// @throws ApiProblem 422 for settings that cannot be read at all
    public List<MappingProblem> problems(TenantId tenant, Import of, ImportSettings settings) {
        return problems(tenant, of, read(tenant, settings));
    }

    /// Settings with what was suggested when the file arrived where they choose no columns: with
    /// the columns of an earlier mapping come its options.
    public static ImportSettings chosen(Import of, ImportSettings settings) {
        if (settings.columns() != null) {
            return settings;
        }
        ImportSettings suggested =
                of.earlier() == null ? settings : settings.or(of.earlier().options());
        return suggested.withColumns(
                of.columns().stream()
                        .map(ImportColumn::suggested)
                        .flatMap(Optional::stream)
                        .toList());
    }

    /// Makes the custom fields that the mapping wants to be new.
    void createFields(TenantId tenant, Import of) {
        List<CustomField> wanted = new ArrayList<>();
        for (ColumnMapping column : read(tenant, of.settings()).columns()) {
            if (column.target() instanceof Target.NewCustom field) {
                String label = of.columns().get(column.index()).name();
                wanted.add(
                        new CustomField(
                                field.key(), label, field.spec().type(), field.spec().options()));
            }
        }
        fields.ensure(tenant, wanted);
    }

    /// Columns are left to [#complete], which knows the file's headers.
    ///
    /// @throws ApiProblem 422 for options that cannot be read at all
    void checkOptions(TenantId tenant, ImportSettings settings) {
        read(tenant, settings.withColumns(List.of()));
        checkCampaign(tenant, settings);
    }

    private void checkCampaign(TenantId tenant, ImportSettings settings) {
        if (settings.campaignId() != null) {
            campaigns.check(tenant, settings.campaignId());
        }
    }

    private ImportOptions read(TenantId tenant, ImportSettings settings) {
        TenantSettings defaults = tenants.get(tenant).settings();
        return new SettingsReader(defaults).read(settings);
    }

    private List<MappingProblem> problems(TenantId tenant, Import of, ImportOptions options) {
        List<Column> columns = of.columns().stream().map(ImportColumn::column).toList();
        List<MappingProblem> problems =
                new ArrayList<>(
                        new MappingCheck(columns, active(tenant), fields.retired(tenant))
                                .check(options.columns(), options.required()));
        problems.addAll(new ValueCheck(rules(tenant, options)).check(options.columns()));
        return problems;
    }

    private ColumnRules rules(TenantId tenant, ImportOptions options) {
        return new ColumnRules(rules.of(tenant, options.defaultRegion()), fields.specs(tenant));
    }

    private Map<String, FieldSpec> active(TenantId tenant) {
        return fields.all(tenant).stream()
                .collect(Collectors.toMap(CustomField::key, CustomField::spec));
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
                            .mapToObj(i -> "/columns/" + i + "/" + member(problem.code()))
                            .toList();
            for (String pointer : pointers.isEmpty() ? List.of("/columns") : pointers) {
                errors.add(new FieldError(pointer, problem.code().name(), problem.message()));
            }
        }
        return errors;
    }

    /// The setting that is at fault.
    private static String member(Code code) {
        return switch (code) {
            case AMBIGUOUS_DATE -> "date_format";
            case AMBIGUOUS_NUMBER -> "decimal";
            case INVALID_OPTION -> "values";
            default -> "target";
        };
    }

    /// Adds a text field for each column that has no target.
    private List<ColumnSettings> withNewFields(
            List<ColumnSettings> columns, List<ImportColumn> all, TenantId tenant) {
        Set<String> known = active(tenant).keySet();
        List<ColumnSettings> complete = new ArrayList<>();
        Set<Integer> mapped = new HashSet<>();
        Set<String> taken = new HashSet<>();
        fields.retired(tenant)
                .forEach((key, spec) -> {
                    // A retired field comes back only for what it held.
                    if (spec.type() != FieldType.TEXT) {
                        taken.add(key);
                    }
                });
        for (ColumnSettings column : columns) {
            String target = column.target();
            if (target != null) {
                complete.add(column);
                mapped.add(column.index());
                taken.add(target.replaceFirst("^(cf|new):", ""));
            }
        }
        for (ImportColumn column : all) {
            if (!mapped.contains(column.index())) {
                String key = FieldKeys.free(column.name(), taken);
                taken.add(key);
                complete.add(
                        new ColumnSettings(
                                column.index(), (known.contains(key) ? "cf:" : "new:") + key));
            }
        }
        return complete;
    }

    /// A custom field's key made of a header.
    public static String key(String header) {
        return FieldKeys.of(header);
    }
}
