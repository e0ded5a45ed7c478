package io.muster.server.imports.repair;

import io.muster.engine.field.Cell;
import io.muster.engine.field.FieldValue;
import io.muster.engine.file.FormulaGuard;
import io.muster.engine.outcome.Code;
import io.muster.engine.plan.Plan;
import io.muster.engine.repair.FieldColumns.Column;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportColumn;
import io.muster.server.imports.ImportRow;
import io.muster.server.imports.ImportRows;
import io.muster.server.imports.ImportStatus;
import io.muster.server.imports.run.ImportPlans;
import io.muster.server.imports.store.ImportStore;
import io.muster.server.imports.store.RowStore;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// All that is to be known about one row: what became of it in each attempt, what its cells were
/// read as, and what it would be now.
@Service
public class RowDetails {
    private final TenantTransactions transactions;
    private final ImportStore imports;
    private final RowStore store;
    private final ImportRows rows;
    private final ImportPlans plans;
    private final RepairWork work;

    RowDetails(
            TenantTransactions transactions,
            ImportStore imports,
            RowStore store,
            ImportRows rows,
            ImportPlans plans,
            RepairWork work) {
        this.transactions = transactions;
        this.imports = imports;
        this.store = store;
        this.rows = rows;
        this.plans = plans;
        this.work = work;
    }

    /// @param attempts what became of the row, the latest last; empty before the first attempt
    /// @param now what it would be; null where nothing can be changed
    /// @param readings its cells as they stand now, where they go to a field
    public record Detail(
            Import of, List<ImportRow> attempts, @Nullable RowNow now, List<Reading> readings) {}

    /// A cell, and what its field makes of it.
    ///
    /// @param value in its stored form; null when it was refused or is blank
    /// @param code why it was refused; null when it was not
    /// @param suggestion what it was probably meant to be; null when there is no telling
    public record Reading(
            String column,
            String field,
            String raw,
            @Nullable String value,
            @Nullable Code code,
            @Nullable String suggestion) {}

    /// @throws ApiProblem 404
    public Detail get(TenantId tenant, UUID importId, long number) {
        return transactions.call(
                tenant,
                () -> {
                    Import of =
                            imports.find(tenant, importId)
                                    .orElseThrow(() -> ApiProblem.notFound("import"));
                    List<ImportRow> attempts =
                            of.status() == ImportStatus.UPLOADED
                                    ? List.of()
                                    : rows.views(of, store.history(tenant, importId, number));
                    if (of.status() == ImportStatus.UPLOADED ? !of.mapped() : attempts.isEmpty()) {
                        throw ApiProblem.notFound("row");
                    }
                    Plan plan = plans.of(tenant, of);
                    RowNow now = isOpen(of, attempts) ? work.now(tenant, of, plan, number) : null;
                    List<String> cells =
                            now != null
                                    ? now.row().row().cells()
                                    : List.copyOf(attempts.getLast().payload().values());
                    return new Detail(of, attempts, now, readings(of, plan, cells));
                });
    }

    private static boolean isOpen(Import of, List<ImportRow> attempts) {
        return switch (of.status()) {
            case UPLOADED -> true;
            case COMPLETED, FAILED, CANCELLED -> isOpen(attempts.getLast());
            case QUEUED, PROCESSING, POST_PROCESSING, REVERTING, REVERTED -> false;
        };
    }

    private static boolean isOpen(ImportRow row) {
        return row.contactId() == null
                && row.info().stream().noneMatch(info -> info.code() == Code.ERASED);
    }

    private static List<Reading> readings(Import of, Plan plan, List<String> cells) {
        List<Reading> readings = new ArrayList<>();
        for (Column column : plan.columns().all()) {
            ImportColumn header = of.columns().get(column.index());
            String raw = column.index() < cells.size() ? cells.get(column.index()) : "";
            readings.add(reading(column, header.name(), FormulaGuard.restore(raw)));
        }
        return readings;
    }

    private static Reading reading(Column column, String header, String raw) {
        String suggestion = raw.isEmpty() ? null : column.correction().of(raw).orElse(null);
        return switch (raw.isEmpty() ? new Cell.Nothing() : column.rule().read(raw)) {
            case Cell.Valid(Object value) ->
                    new Reading(
                            header,
                            column.field(),
                            raw,
                            FieldValue.canonical(value).toString(),
                            null,
                            suggestion);
            case Cell.Invalid invalid ->
                    new Reading(header, column.field(), raw, null, invalid.code(), suggestion);
            case Cell.Nothing() -> new Reading(header, column.field(), raw, null, null, suggestion);
        };
    }
}
