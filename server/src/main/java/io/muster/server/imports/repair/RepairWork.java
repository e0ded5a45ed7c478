package io.muster.server.imports.repair;

import io.muster.engine.file.FormulaGuard;
import io.muster.engine.file.Limits;
import io.muster.engine.plan.Plan;
import io.muster.engine.repair.Repaired;
import io.muster.server.access.Caller;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportStatus;
import io.muster.server.imports.repair.OpenRows.Ahead;
import io.muster.server.imports.run.ImportPlans;
import io.muster.server.imports.store.ImportStore;
import io.muster.server.imports.store.RepairStore;
import io.muster.server.imports.store.RepairStore.Kind;
import io.muster.server.imports.store.RepairStore.StoredEdit;
import io.muster.server.imports.store.RepairStore.StoredStep;
import io.muster.server.imports.store.RunStore;
import io.muster.server.platform.Json;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// People's work on the rows of an import: each step lies over the file, and can be undone until an
/// attempt has taken it up.
@Service
public class RepairWork {
    private final TenantTransactions transactions;
    private final ImportStore imports;
    private final RunStore runs;
    private final RevisedReviews reviews;
    private final RepairStore store;
    private final ImportPlans plans;
    private final RowRepairs repairs;
    private final OpenRows rows;
    private final RowJudge judge;
    private final Limits limits;

    RepairWork(
            TenantTransactions transactions,
            ImportStore imports,
            RunStore runs,
            RevisedReviews reviews,
            RepairStore store,
            ImportPlans plans,
            RowRepairs repairs,
            OpenRows rows,
            RowJudge judge,
            Limits limits) {
        this.transactions = transactions;
        this.imports = imports;
        this.runs = runs;
        this.reviews = reviews;
        this.store = store;
        this.plans = plans;
        this.repairs = repairs;
        this.rows = rows;
        this.judge = judge;
        this.limits = limits;
    }

    /// Writes cells of one row anew.
    ///
    /// @return what the row would be now
    /// @throws ApiProblem 404, 409 while rows cannot be changed or when this one is imported, 422
    ///   naming each cell that cannot be taken
    public RowNow edit(Caller caller, UUID importId, long row, CellTexts texts) {
        return change(
                caller,
                importId,
                row,
                Kind.EDIT,
                (of, now) -> texts.read(of, now.row().row().cells().size(), limits.cellChars()));
    }

    /// Takes one row out of the import.
    ///
    /// @return what the row would be now
    /// @throws ApiProblem 404, 409 while rows cannot be changed or when this one is imported
    public RowNow drop(Caller caller, UUID importId, long row) {
        return change(caller, importId, row, Kind.EDIT, (of, now) -> null);
    }

    /// What a person makes of a row.
    interface Edit {
        /// @return new texts by column; null to drop the row
        @Nullable Map<Integer, @Nullable String> of(Import of, RowNow now);
    }

    RowNow change(Caller caller, UUID importId, long row, Kind kind, Edit edit) {
        return judgeAnew(
                caller,
                importId,
                row,
                (of, before) -> {
                    Map<Integer, @Nullable String> cells = edit.of(of, before);
                    if (cells != null && saysNothingNew(before.row(), cells)) {
                        return false;
                    }
                    add(
                            caller,
                            of,
                            kind,
                            null,
                            1,
                            List.of(
                                    new StoredEdit(
                                            row,
                                            0,
                                            0,
                                            cells == null ? Map.of() : cells,
                                            cells == null)));
                    return true;
                });
    }

    /// Changes what a row meets instead of the row.
    ///
    /// @param action is told what the row would be before it
    /// @return what it would be after it
    RowNow around(Caller caller, UUID importId, long row, Consumer<RowNow> action) {
        return judgeAnew(
                caller,
                importId,
                row,
                (of, before) -> {
                    action.accept(before);
                    return true;
                });
    }

    /// @param change tells whether it has changed anything
    private RowNow judgeAnew(
            Caller caller, UUID importId, long row, BiPredicate<Import, RowNow> change) {
        TenantId tenant = caller.tenant();
        Ahead ahead = ahead(tenant, importId, row);
        return transactions.call(
                tenant,
                () -> {
                    Import of = locked(tenant, importId);
                    Plan plan = plans.of(tenant, of);
                    OpenRows.Open open = rows.get(tenant, of, row, ahead);
                    RowNow before = now(tenant, of, plan, open);
                    if (!change.test(of, before)) {
                        return before;
                    }
                    RowNow after = now(tenant, of, plan, open);
                    reviews.revise(tenant, of, plan, before, after);
                    return after;
                });
    }

    private Ahead ahead(TenantId tenant, UUID importId, long row) {
        return transactions.call(
                tenant,
                () ->
                        imports.find(tenant, importId)
                                .map(of -> rows.ahead(tenant, of, row))
                                .orElse(Ahead.NOTHING));
    }

    /// Forms send all their cells. What brings a dropped row back is news, whatever it says.
    private static boolean saysNothingNew(Repaired row, Map<Integer, @Nullable String> cells) {
        if (row.dropped()) {
            return false;
        }
        cells.entrySet()
                .removeIf(cell -> {
                    String text = cell.getValue();
                    return text != null
                            && FormulaGuard.restore(text)
                                    .equals(FormulaGuard.restore(row.cell(cell.getKey())));
                });
        return cells.isEmpty();
    }

    /// Lays a fix over many rows, without touching any of them now.
    ///
    /// @param rows how many are meant
    /// @throws ApiProblem 404, 409 while rows cannot be changed, 422 naming what is wrong with it
    RepairStep fix(Caller caller, UUID importId, BulkFix fix, long rows) {
        FixReader.read(fix);
        TenantId tenant = caller.tenant();
        long number =
                transactions.call(
                        tenant,
                        () -> {
                            Import of = locked(tenant, importId);
                            long step = add(caller, of, Kind.FIX, Json.write(fix), rows, List.of());
                            reviews.again(tenant, of);
                            return step;
                        });
        return steps(tenant, importId).stream()
                .filter(step -> step.number() == number)
                .findFirst()
                .orElseThrow();
    }

    /// Needs the tenant's transaction, and the import locked in it.
    ///
    /// @return the number of the step
    long add(
            Caller caller,
            Import of,
            Kind kind,
            @Nullable String fix,
            long rows,
            List<StoredEdit> edits) {
        TenantId tenant = caller.tenant();
        long step =
                store.add(
                        tenant,
                        of.id(),
                        OpenRows.nextAttempt(of),
                        kind,
                        fix,
                        rows,
                        caller.displayName());
        store.edit(tenant, of.id(), step, edits);
        return step;
    }

    /// Undoes a step; the last one first.
    ///
    /// @throws ApiProblem 404, 409 when later steps stand or an attempt has taken it up
    public void undo(Caller caller, UUID importId, long number) {
        TenantId tenant = caller.tenant();
        transactions.run(
                tenant,
                () -> {
                    Import of = locked(tenant, importId);
                    RepairStep step =
                            steps(tenant, of).stream()
                                    .filter(one -> one.number() == number)
                                    .findFirst()
                                    .orElseThrow(() -> ApiProblem.notFound("step"));
                    if (!step.undoable()) {
                        throw ApiProblem.conflict(
                                step.undoneAt() != null
                                        ? "The step is undone already."
                                        : step.attempt() < OpenRows.nextAttempt(of)
                                                ? "The import has taken this step up already. Edit the rows instead."
                                                : "Undo the later steps first.");
                    }
                    undo(tenant, of, step);
                });
    }

    private void undo(TenantId tenant, Import of, RepairStep step) {
        if (step.row() == null || of.status() != ImportStatus.UPLOADED) {
            store.undo(tenant, of.id(), step.number());
            reviews.again(tenant, of);
            return;
        }
        Plan plan = plans.of(tenant, of);
        OpenRows.Open open = rows.get(tenant, of, step.row(), Ahead.NOTHING);
        RowNow before = now(tenant, of, plan, open);
        store.undo(tenant, of.id(), step.number());
        reviews.revise(tenant, of, plan, before, now(tenant, of, plan, open));
    }

    /// All steps, undone ones too, in their order.
    ///
    /// @throws ApiProblem 404
    public List<RepairStep> steps(TenantId tenant, UUID importId) {
        return transactions.call(
                tenant,
                () ->
                        steps(
                                tenant,
                                imports.find(tenant, importId)
                                        .orElseThrow(() -> ApiProblem.notFound("import"))));
    }

    /// What the rows would be if they were taken up now. Needs the tenant's transaction.
    List<RowNow> now(TenantId tenant, Import of, Plan plan, List<Repaired> repaired) {
        return judge.judge(tenant, of.id(), plan, repaired);
    }

    /// What a row would be if it were taken up now. Needs the tenant's transaction.
    ///
    /// @throws ApiProblem 404, 409 for a row that cannot be changed
    RowNow now(TenantId tenant, Import of, Plan plan, long row) {
        return now(tenant, of, plan, rows.get(tenant, of, row, Ahead.NOTHING));
    }

    private RowNow now(TenantId tenant, Import of, Plan plan, OpenRows.Open open) {
        Repaired row = open.after(repairs.of(tenant, of, plan));
        return now(tenant, of, plan, List.of(row)).getFirst();
    }

    private List<RepairStep> steps(TenantId tenant, Import of) {
        List<StoredStep> stored = store.steps(tenant, of.id());
        long last =
                stored.stream()
                        .filter(step ->
                                step.undoneAt() == null
                                        && step.attempt() == OpenRows.nextAttempt(of)
                                        && !of.status().isActive())
                        .mapToLong(StoredStep::number)
                        .max()
                        .orElse(0);
        return stored.stream()
                .map(step ->
                        new RepairStep(
                                step.number(),
                                step.attempt(),
                                step.kind(),
                                step.fix() == null ? null : Json.read(step.fix(), BulkFix.class),
                                step.row(),
                                step.rows(),
                                step.madeBy(),
                                step.madeAt(),
                                step.undoneAt(),
                                step.number() == last))
                .toList();
    }

    private Import locked(TenantId tenant, UUID importId) {
        // The line first and the imports in it second, as everywhere.
        runs.lockQueue(tenant);
        Import of =
                imports.findLocked(tenant, importId)
                        .orElseThrow(() -> ApiProblem.notFound("import"));
        OpenRows.requireOpen(of);
        return of;
    }
}
