package io.muster.server.imports;

import io.muster.engine.field.FieldSpec;
import io.muster.engine.file.Limits;
import io.muster.engine.file.RowReader;
import io.muster.engine.file.RowReaders;
import io.muster.engine.file.SourceRow;
import io.muster.engine.file.UnreadableFileException;
import io.muster.engine.mapping.ColumnMapping;
import io.muster.engine.mapping.ColumnOutlook;
import io.muster.engine.mapping.OutlookTally;
import io.muster.engine.mapping.SettledReading;
import io.muster.engine.mapping.ValueMapping;
import io.muster.engine.plan.ImportOptions;
import io.muster.engine.plan.Plan;
import io.muster.server.contacts.FieldRules;
import io.muster.server.fields.CustomFields;
import io.muster.server.files.FileStoreException;
import io.muster.server.tenants.TenantId;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Tells what the cells of a file will come to under a mapping, before anything else is done.
@Component
public class MappingOutlook {
    /// A file of so many rows is looked at whole while somebody waits after every choice.
    private static final long SMALL = 20_000;

    /// As much of a larger file.
    private static final long SAMPLE = 5_000;

    private final FieldRules rules;
    private final CustomFields fields;
    private final ImportFiles files;
    private final Limits limits;

    MappingOutlook(FieldRules rules, CustomFields fields, ImportFiles files, Limits limits) {
        this.rules = rules;
        this.fields = fields;
        this.files = files;
        this.limits = limits;
    }

    /// What was seen.
    ///
    /// @param columns by index; a column that is left out has none
    /// @param rows that were looked at
    /// @param extent whether that is all there are
    public record Seen(Map<Integer, ColumnOutlook> columns, long rows, Extent extent) {}

    /// How much of a file was looked at.
    public enum Extent {
        WHOLE,
        BEGINNING
    }

    /// Looks at all of a small file, and at the beginning of a large one.
    public Seen glance(TenantId tenant, Import of, ImportOptions options) {
        Long total = of.total();
        return look(tenant, of, options, total != null && total <= SMALL ? SMALL : SAMPLE);
    }

    /// Looks at the whole of a file, be it ever so large.
    public Seen study(TenantId tenant, Import of, ImportOptions options) {
        return look(tenant, of, options, Long.MAX_VALUE);
    }

    private Seen look(TenantId tenant, Import of, ImportOptions options, long most) {
        var tally = new OutlookTally(plan(tenant, of, options).mapper());
        Extent extent = Extent.BEGINNING;
        try (RowReader reader = RowReaders.open(files.open(of), of.detection().format(), limits)) {
            long seen = 0;
            SourceRow row = reader.next();
            while (row != null && seen < most) {
                tally.see(row);
                seen++;
                row = reader.next();
            }
            extent = row == null ? Extent.WHOLE : Extent.BEGINNING;
        } catch (IOException | UnreadableFileException | FileStoreException e) {
            // What could be read was seen; the review tells where the file breaks off.
        }
        return new Seen(tally.outlooks(ValueMapping.MOST), tally.rows(), extent);
    }

    private Plan plan(TenantId tenant, Import of, ImportOptions options) {
        Map<String, FieldSpec> specs = fields.specs(tenant);
        List<ColumnMapping> settled =
                options.columns().stream()
                        .filter(column ->
                                column.index() >= 0 && column.index() < of.columns().size())
                        .map(column ->
                                SettledReading.settle(
                                        column, specs, of.columns().get(column.index()).samples()))
                        .toList();
        return new Plan(options.with(settled), rules.of(tenant, options.defaultRegion()), specs);
    }
}
