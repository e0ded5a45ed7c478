package io.muster.server.sources;

import io.muster.engine.field.CellReading;
import io.muster.engine.field.DateOrder;
import io.muster.engine.field.DecimalMark;
import io.muster.engine.field.FieldSpec;
import io.muster.engine.file.Column;
import io.muster.engine.mapping.ColumnMapping;
import io.muster.engine.mapping.ColumnRules;
import io.muster.engine.mapping.MappingCheck;
import io.muster.engine.mapping.MappingProblem;
import io.muster.engine.mapping.Target;
import io.muster.engine.mapping.ValueCheck;
import io.muster.engine.plan.ImportOptions;
import io.muster.engine.plan.Plan;
import io.muster.engine.plan.Strictness;
import io.muster.server.contacts.FieldRules;
import io.muster.server.fields.CustomField;
import io.muster.server.fields.CustomFields;
import io.muster.server.imports.ImportSettings;
import io.muster.server.imports.ImportSettings.ColumnSettings;
import io.muster.server.imports.SettingsReader;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.Tenants;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// Turns the settings of a source into what the engine goes by. Where they say nothing, sources are
/// lenient.
@Component
class SourceSettings {
    private static final Pattern COLUMN = Pattern.compile("/columns/(\\d+)(/.*)?");

    private final Tenants tenants;
    private final FieldRules rules;
    private final CustomFields fields;

    SourceSettings(Tenants tenants, FieldRules rules, CustomFields fields) {
        this.tenants = tenants;
        this.rules = rules;
        this.fields = fields;
    }

    /// The engine set up for what a source pushes.
    Plan plan(TenantId tenant, ImportSettings settings) {
        ImportOptions options = options(tenant, settings);
        return new Plan(options, rules.of(tenant, options.defaultRegion()), fields.specs(tenant));
    }

    /// Settings that can be used, the same whenever they are read: fields that were to be new are
    /// there.
    ///
    /// @throws ApiProblem 422 naming everything that is wrong
    ImportSettings checked(TenantId tenant, Source.Content content) {
        List<ColumnSettings> columns =
                IntStream.range(0, content.mapping().size())
                        .mapToObj(i -> {
                            ColumnSettings column = content.mapping().get(i);
                            return column.at(i, column.header());
                        })
                        .toList();
        ImportSettings settings = content.options().withColumns(columns);
        ImportOptions options;
        try {
            options = options(tenant, settings);
        } catch (ApiProblem problem) {
            throw refused(
                    problem.problem().errors().stream()
                            .map(error ->
                                    new FieldError(
                                            pointer(error.pointer(), columns),
                                            error.code(),
                                            error.message()))
                            .toList());
        }
        List<MappingProblem> problems = problems(tenant, columns, options);
        if (!problems.isEmpty()) {
            throw refused(
                    problems.stream()
                            .flatMap(problem -> errors(problem, columns).stream())
                            .toList());
        }
        return settings.withColumns(withFields(tenant, columns, options));
    }

    private ImportOptions options(TenantId tenant, ImportSettings settings) {
        ImportOptions options =
                new SettingsReader(tenants.get(tenant).settings(), Strictness.LENIENT)
                        .read(settings);
        List<ColumnSettings> said =
                Objects.requireNonNullElse(settings.columns(), List.<ColumnSettings>of());
        return options.with(
                options.columns().stream()
                        .map(column -> asJson(column, said.get(column.index()), settings))
                        .toList());
    }

    /// Where nobody says how numbers and dates are written, they are as JSON has them: objects come
    /// one by one, so nothing can be told from their neighbours.
    private static ColumnMapping asJson(
            ColumnMapping column, ColumnSettings said, ImportSettings settings) {
        CellReading reading = column.reading();
        if (said.decimal() == null) {
            reading = reading.with(DecimalMark.DOT);
        }
        if (said.dateFormat() == null && settings.dateFormat() == null) {
            reading = reading.with(DateOrder.ISO);
        }
        return column.with(reading);
    }

    private List<MappingProblem> problems(
            TenantId tenant, List<ColumnSettings> columns, ImportOptions options) {
        List<Column> parts =
                columns.stream()
                        .map(column ->
                                new Column(
                                        Objects.requireNonNullElse(column.index(), 0),
                                        String.valueOf(column.header()),
                                        List.of(),
                                        0))
                        .toList();
        Map<String, FieldSpec> active =
                fields.all(tenant).stream()
                        .collect(Collectors.toMap(CustomField::key, CustomField::spec));
        List<MappingProblem> problems =
                new ArrayList<>(
                        new MappingCheck(parts, active, fields.retired(tenant))
                                .check(options.columns(), options.required()));
        var columnRules =
                new ColumnRules(rules.of(tenant, options.defaultRegion()), fields.specs(tenant));
        problems.addAll(new ValueCheck(columnRules).check(options.columns()));
        return problems;
    }

    /// Makes the fields that are wanted to be new, and maps to them.
    private List<ColumnSettings> withFields(
            TenantId tenant, List<ColumnSettings> columns, ImportOptions options) {
        List<CustomField> wanted = new ArrayList<>();
        List<ColumnSettings> mapped = new ArrayList<>(columns);
        for (ColumnMapping column : options.columns()) {
            if (column.target() instanceof Target.NewCustom(String key, FieldSpec spec)) {
                wanted.add(new CustomField(key, label(key), spec.type(), spec.options()));
                mapped.set(column.index(), mapped.get(column.index()).to("cf:" + key));
            }
        }
        fields.ensure(tenant, wanted);
        return mapped;
    }

    private static String label(String key) {
        String words = key.replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static List<FieldError> errors(MappingProblem problem, List<ColumnSettings> columns) {
        if (problem.columns().isEmpty()) {
            return List.of(new FieldError("/mapping", problem.code().name(), problem.message()));
        }
        return problem.columns().stream()
                .map(index ->
                        new FieldError(
                                pointer("/columns/" + index, columns),
                                problem.code().name(),
                                problem.message()))
                .toList();
    }

    /// A pointer into the settings as one into what was sent.
    private static String pointer(String pointer, List<ColumnSettings> columns) {
        var column = COLUMN.matcher(pointer);
        if (!column.matches()) {
            return "/options" + pointer;
        }
        String rest = Objects.requireNonNullElse(column.group(2), "");
        String header = columns.get(Integer.parseInt(column.group(1))).header();
        return "/mapping/" + SourceMapping.escaped(String.valueOf(header)) + rest;
    }

    private static ApiProblem refused(List<FieldError> errors) {
        return ApiProblem.unprocessable("The source cannot be set up like this.", errors);
    }
}
