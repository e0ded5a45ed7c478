package io.muster.server.imports;

import io.muster.engine.mapping.ColumnMapping;
import io.muster.engine.mapping.ColumnOutlook;
import io.muster.engine.mapping.ValueMapping;
import io.muster.engine.outcome.Code;
import io.muster.engine.plan.ImportOptions;
import io.muster.server.imports.AllowedValues.Allowed;
import io.muster.server.imports.ImportSettings.ColumnSettings;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.Tenants;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds the distinct values of a column that its field does not know, over the whole file, so that
/// each can be mapped once.
@Component
public class ColumnValues {
    private final Imports imports;
    private final MappingOutlook outlook;
    private final AllowedValues allowed;
    private final Tenants tenants;

    ColumnValues(Imports imports, MappingOutlook outlook, AllowedValues allowed, Tenants tenants) {
        this.imports = imports;
        this.outlook = outlook;
        this.allowed = allowed;
        this.tenants = tenants;
    }

    /// What was found.
    ///
    /// @param settings by which the column was read
    /// @param rows that were looked at
    /// @param outlook counts, and the most frequent unknown values
    /// @param mapped what they stand for so far
    /// @param allowed what they can be mapped to; empty where the field takes what comes
    /// @param takesOptions whether they can become options
    public record Found(
            ImportColumn column,
            ColumnSettings settings,
            long rows,
            ColumnOutlook outlook,
            ValueMapping mapped,
            List<Allowed> allowed,
            boolean takesOptions) {}

    /// @param target as the API writes it; null for what was chosen or suggested
    /// @throws ApiProblem 404 for an import or a column that is not there, 400 for a target that is
    ///   none, or of a column that is left out
    public Found find(TenantId tenant, UUID id, int index, @Nullable String target) {
        Import of = imports.get(tenant, id);
        if (index < 0 || index >= of.columns().size()) {
            throw ApiProblem.notFound("column");
        }
        ImportSettings chosen = ImportMappings.chosen(of, of.settings());
        Optional<ColumnSettings> before =
                Objects.requireNonNullElse(chosen.columns(), List.<ColumnSettings>of()).stream()
                        .filter(column -> Objects.equals(column.index(), index))
                        .findFirst();
        return find(
                tenant,
                of,
                chosen,
                before.filter(column -> target == null || target.equals(column.target()))
                        .orElseGet(() ->
                                new ColumnSettings(
                                        index, Objects.requireNonNullElse(target, "skip"))));
    }

    /// @param settings of the import, whatever they say of its columns
    /// @param column as it is to be read
    public Found find(TenantId tenant, Import of, ImportSettings settings, ColumnSettings column) {
        int index = Objects.requireNonNull(column.index());
        ImportOptions options =
                new SettingsReader(tenants.get(tenant).settings())
                        .read(settings.withColumns(List.of(column)));
        ColumnMapping mapping = options.columns().getFirst();
        MappingOutlook.Seen seen = outlook.study(tenant, of, options);
        ColumnOutlook found = seen.columns().get(index);
        if (found == null) {
            throw ApiProblem.invalid(
                    "target",
                    Code.INVALID_OPTION.name(),
                    "The column is left out. Name the field whose values it is to hold.");
        }
        return new Found(
                of.columns().get(index),
                column,
                seen.rows(),
                found,
                mapping.values(),
                allowed.of(tenant, mapping),
                allowed.takesOptions(tenant, mapping));
    }
}
