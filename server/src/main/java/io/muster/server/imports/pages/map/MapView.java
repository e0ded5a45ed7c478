package io.muster.server.imports.pages.map;

import io.muster.engine.file.SourceRow;
import io.muster.engine.plan.ImportOptions;
import io.muster.server.fields.CustomField;
import io.muster.server.fields.CustomFields;
import io.muster.server.imports.ColumnValues;
import io.muster.server.imports.FirstLook;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportColumn;
import io.muster.server.imports.ImportMappings;
import io.muster.server.imports.ImportSettings;
import io.muster.server.imports.ImportSettings.ColumnSettings;
import io.muster.server.imports.Imports;
import io.muster.server.imports.MappingOutlook;
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
    private final MappingOutlook outlook;
    private final ColumnValues values;
    private final FirstLook firstLook;
    private final CustomFields fields;
    private final Tenants tenants;

    MapView(
            Imports imports,
            ImportMappings mappings,
            MappingOutlook outlook,
            ColumnValues values,
            FirstLook firstLook,
            CustomFields fields,
            Tenants tenants) {
        this.imports = imports;
        this.mappings = mappings;
        this.outlook = outlook;
        this.values = values;
        this.firstLook = firstLook;
        this.fields = fields;
        this.tenants = tenants;
    }

    /// What was chosen so far, or suggested.
    static ImportSettings chosen(Import of) {
        return ImportMappings.chosen(of, of.settings());
    }

    MapPage page(
            TenantId tenant,
            Import of,
            ImportSettings settings,
            ColumnFilter filter,
            List<String> refusals) {
        List<CustomField> custom = fields.all(tenant);
        ImportOptions options = read(tenant, settings);
        MappingOutlook.Seen seen = outlook.glance(tenant, of, options);
        MapState state = state(tenant, of, settings, options, seen, new MapForm(Map.of()));
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
                        options,
                        Boolean.TRUE.equals(settings.autoCreateFields()),
                        new FieldNames(custom)),
                state,
                filter,
                refusals,
                "");
    }

    /// Where a mapping stands that is still being made.
    MapState state(TenantId tenant, Import of, MapForm form) {
        ImportSettings settings = form.settings(of);
        ImportOptions options = read(tenant, settings);
        return state(tenant, of, settings, options, outlook.glance(tenant, of, options), form);
    }

    /// The values of a column that its field does not know.
    ValuesPanel values(TenantId tenant, Import of, ImportSettings settings, int index) {
        ColumnSettings column =
                byIndex(settings).getOrDefault(index, new ColumnSettings(index, "skip"));
        String target = Objects.requireNonNullElse(column.target(), "skip");
        return ValuesPanel.of(
                values.find(tenant, of, settings, column),
                new FieldNames(fields.all(tenant)).of(target));
    }

    private MapState state(
            TenantId tenant,
            Import of,
            ImportSettings settings,
            ImportOptions options,
            MappingOutlook.Seen seen,
            MapForm form) {
        return new ColumnNotes(
                        new FieldNames(fields.all(tenant)),
                        fields.specs(tenant),
                        mappings.problems(tenant, of, settings),
                        seen)
                .state(of, options, byIndex(settings), form);
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
