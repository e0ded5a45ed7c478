package io.muster.server.imports.pages.map;

import io.muster.engine.file.SourceRow;
import io.muster.engine.mapping.ColumnMapping;
import io.muster.engine.mapping.ColumnRules;
import io.muster.engine.mapping.MappingProblem;
import io.muster.engine.mapping.Target;
import io.muster.engine.plan.ImportOptions;
import io.muster.server.contacts.FieldRules;
import io.muster.server.fields.CustomField;
import io.muster.server.fields.CustomFields;
import io.muster.server.imports.FirstLook;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportColumn;
import io.muster.server.imports.ImportMappings;
import io.muster.server.imports.ImportSettings;
import io.muster.server.imports.ImportSettings.ColumnSettings;
import io.muster.server.imports.Imports;
import io.muster.server.imports.SettingsReader;
import io.muster.server.imports.pages.FieldNames;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.Tenants;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Puts together what the step of mapping shows.
@Component
class MapView {
    private static final int PREVIEW_ROWS = 5;

    private final Imports imports;
    private final ImportMappings mappings;
    private final FirstLook firstLook;
    private final CustomFields fields;
    private final FieldRules rules;
    private final Tenants tenants;

    MapView(
            Imports imports,
            ImportMappings mappings,
            FirstLook firstLook,
            CustomFields fields,
            FieldRules rules,
            Tenants tenants) {
        this.imports = imports;
        this.mappings = mappings;
        this.firstLook = firstLook;
        this.fields = fields;
        this.rules = rules;
        this.tenants = tenants;
    }

    /// What was chosen so far, or suggested.
    static ImportSettings chosen(Import of) {
        return of.settings().columns() == null
                ? of.settings().withColumns(ImportMappings.suggested(of))
                : of.settings();
    }

    MapPage page(
            TenantId tenant,
            Import of,
            ImportSettings settings,
            ColumnFilter filter,
            List<String> refusals) {
        List<CustomField> custom = fields.all(tenant);
        MapState state = state(tenant, of, settings);
        Map<Integer, ColumnSettings> chosen = byIndex(settings);
        List<ColumnRow> rows = new ArrayList<>();
        for (ImportColumn column : of.columns()) {
            int index = column.index();
            rows.add(
                    ColumnRow.of(
                            column,
                            chosen.getOrDefault(index, new ColumnSettings(index, "skip")),
                            state.notes().get(index)));
        }
        return new MapPage(
                of,
                FormatFields.of(of),
                preview(of),
                imports.sameFile(tenant, of).orElse(null),
                rows,
                MapChoices.targets(custom),
                OptionFields.of(
                        read(tenant, settings),
                        Boolean.TRUE.equals(settings.autoCreateFields()),
                        new FieldNames(custom)),
                state,
                filter,
                refusals);
    }

    MapState state(TenantId tenant, Import of, ImportSettings settings) {
        ImportOptions options = read(tenant, settings);
        List<MappingProblem> problems = mappings.problems(tenant, of, settings);
        var check =
                new SampleCheck(
                        new ColumnRules(
                                rules.of(tenant, options.defaultRegion()), fields.specs(tenant)));
        Map<Integer, ColumnMapping> columns = new HashMap<>();
        for (ColumnMapping column : options.columns()) {
            columns.put(column.index(), column);
        }
        List<ColumnNote> notes =
                of.columns().stream()
                        .map(column ->
                                note(
                                        column,
                                        columns.getOrDefault(
                                                column.index(),
                                                new ColumnMapping(column.index(), Target.SKIP)),
                                        problems,
                                        check))
                        .toList();
        long mapped =
                columns.values().stream()
                        .filter(column -> !column.target().equals(Target.SKIP))
                        .count();
        return new MapState(
                of.id(),
                (int) mapped,
                of.columns().size(),
                problems.stream().map(MappingProblem::message).distinct().toList(),
                notes);
    }

    private static ColumnNote note(
            ImportColumn column,
            ColumnMapping chosen,
            List<MappingProblem> problems,
            SampleCheck check) {
        var refused = check.of(column.samples(), chosen);
        var confidence = Confidence.of(column, chosen.target().text());
        return new ColumnNote(
                column.index(),
                problems.stream()
                        .filter(problem -> problem.columns().contains(column.index()))
                        .map(MappingProblem::message)
                        .toList(),
                refused.texts(),
                refused.message(),
                confidence,
                confidence == Confidence.CHOSEN ? "" : column.suggestion().reason());
    }

    private ImportOptions read(TenantId tenant, ImportSettings settings) {
        return new SettingsReader(tenants.get(tenant).settings()).read(settings);
    }

    private static Map<Integer, ColumnSettings> byIndex(ImportSettings settings) {
        Map<Integer, ColumnSettings> columns = new HashMap<>();
        for (ColumnSettings column :
                Objects.requireNonNullElse(settings.columns(), List.<ColumnSettings>of())) {
            if (column.index() != null) {
                columns.put(column.index(), column);
            }
        }
        return columns;
    }

    private List<List<String>> preview(Import of) {
        return firstLook.rows(of, PREVIEW_ROWS).stream()
                .map(row ->
                        switch (row) {
                            case SourceRow.Filled filled -> filled.cells();
                            case SourceRow.Unreadable unreadable -> unreadable.cells();
                            case SourceRow.Blank _ -> List.<String>of();
                        })
                .toList();
    }
}
