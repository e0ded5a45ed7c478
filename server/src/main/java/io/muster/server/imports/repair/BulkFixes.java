package io.muster.server.imports.repair;

import io.muster.engine.file.Limits;
import io.muster.engine.file.RowReader;
import io.muster.engine.file.RowReaders;
import io.muster.engine.file.SourceRow;
import io.muster.engine.file.UnreadableFileException;
import io.muster.engine.mapping.MappedRow;
import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import io.muster.engine.plan.Plan;
import io.muster.engine.repair.FieldColumns.Column;
import io.muster.engine.repair.Repaired;
import io.muster.engine.repair.Scope;
import io.muster.server.access.Caller;
import io.muster.server.files.FileStoreException;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportFiles;
import io.muster.server.imports.ImportStatus;
import io.muster.server.imports.IssueCount;
import io.muster.server.imports.RowSelection;
import io.muster.server.imports.RowSelection.Issue;
import io.muster.server.imports.repair.FixPreview.Example;
import io.muster.server.imports.run.ImportPlans;
import io.muster.server.imports.store.ImportStore;
import io.muster.server.imports.store.RowStore;
import io.muster.server.imports.store.RowStore.LoggedRow;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/// Fixes of many rows at once: looked at first, then laid over the rows as one step that costs the
/// same for ten rows and for a million.
@Service
public class BulkFixes {
    private static final int MOST_LOOKED_AT = 10_000;
    private static final int PAGE = 1_000;
    private static final int EXAMPLES = 8;

    private final TenantTransactions transactions;
    private final ImportStore imports;
    private final RowStore rows;
    private final ImportFiles files;
    private final ImportPlans plans;
    private final RowRepairs repairs;
    private final RepairWork work;
    private final ErrorGroups groups;
    private final Limits limits;

    BulkFixes(
            TenantTransactions transactions,
            ImportStore imports,
            RowStore rows,
            ImportFiles files,
            ImportPlans plans,
            RowRepairs repairs,
            RepairWork work,
            ErrorGroups groups,
            Limits limits) {
        this.transactions = transactions;
        this.imports = imports;
        this.rows = rows;
        this.files = files;
        this.plans = plans;
        this.repairs = repairs;
        this.work = work;
        this.groups = groups;
        this.limits = limits;
    }

    /// Lays a fix over the rows as one step.
    ///
    /// @throws ApiProblem 404, 409 while rows cannot be changed, 422 for a fix that cannot be used
    ///   or changes nothing
    public RepairStep apply(Caller caller, UUID importId, BulkFix fix) {
        FixPreview preview = preview(caller.tenant(), importId, fix);
        if (preview.isComplete() && preview.changed() == 0) {
            throw ApiProblem.unprocessable("The fix changes none of the rows.", List.of());
        }
        return work.fix(caller, importId, fix, preview.estimate());
    }

    /// Looks at what a fix would do, at most at the first ten thousand rows.
    ///
    /// @throws ApiProblem 404, 409 while rows cannot be changed, 422 for a fix that cannot be used
    public FixPreview preview(TenantId tenant, UUID importId, BulkFix fix) {
        Scope scope = FixReader.read(fix).scope();
        Import of =
                transactions
                        .call(tenant, () -> imports.find(tenant, importId))
                        .orElseThrow(() -> ApiProblem.notFound("import"));
        OpenRows.requireOpen(of);
        Plan plan = plans.of(tenant, of);
        Trial trial =
                new Trial(
                        repairs.of(tenant, of, plan),
                        repairs.of(tenant, of, plan, List.of(fix)),
                        scope,
                        scope.field() == null ? List.of() : plan.columns().of(scope.field()));
        if (of.status() == ImportStatus.UPLOADED) {
            requireKnownBeforeRun(scope);
            readFile(of, trial);
        } else {
            readLog(tenant, of, scope, trial);
        }
        return trial.result(rowsMeant(tenant, of, scope));
    }

    private static void requireKnownBeforeRun(Scope scope) {
        if (scope.needsContacts()) {
            throw ApiProblem.conflict(
                    "Which rows these are depends on the contacts, and is only sure after the import."
                            + " Edit them row by row, or fix them afterwards.");
        }
    }

    private void readLog(TenantId tenant, Import of, Scope scope, Trial trial) {
        RowSelection selection =
                new RowSelection(
                        null, scope.code() == null ? null : new Issue(scope.code(), scope.field()));
        long after = 0;
        while (trial.wantsMore()) {
            long from = after;
            List<LoggedRow> page =
                    transactions.call(
                            tenant, () -> rows.some(tenant, of.id(), selection, from, PAGE));
            List<LoggedRow> open = page.stream().filter(LoggedRow::isOpen).toList();
            trial.take(open, rows -> rows::logged);
            if (page.isEmpty()) {
                trial.end();
                return;
            }
            after = page.getLast().row();
        }
    }

    private void readFile(Import of, Trial trial) {
        try (RowReader reader = RowReaders.open(files.open(of), of.detection().format(), limits)) {
            List<SourceRow> page = new ArrayList<>(PAGE);
            for (SourceRow row = reader.next(); row != null; row = reader.next()) {
                page.add(row);
                if (page.size() == PAGE) {
                    trial.take(page, rows -> rows::file);
                    page.clear();
                    if (!trial.wantsMore()) {
                        return;
                    }
                }
            }
            trial.take(page, rows -> rows::file);
            trial.end();
        } catch (UnreadableFileException e) {
            trial.end();
        } catch (IOException e) {
            throw new FileStoreException("The imported file can no longer be read", e);
        }
    }

    private long rowsMeant(TenantId tenant, Import of, Scope scope) {
        Code code = scope.code();
        if (code == null) {
            return of.status() == ImportStatus.UPLOADED
                    ? of.total() == null ? 0 : of.total()
                    : of.counts().failed();
        }
        return groups.issues(tenant, of).stream()
                .filter(issue -> scope.isAmong(List.of(Info.of(issue.code(), issue.field(), null))))
                .mapToLong(
                        of.status() == ImportStatus.UPLOADED
                                ? IssueCount::count
                                : ErrorGroups::open)
                .sum();
    }

    /// Rows before and after the fix.
    private static final class Trial {
        private final RepairedRows before;
        private final RepairedRows after;
        private final Scope scope;
        private final List<Column> columns;
        private final List<Example> examples = new ArrayList<>();
        private long seen;
        private long looked;
        private long changed;
        private long passing;
        private boolean ended;

        Trial(RepairedRows before, RepairedRows after, Scope scope, List<Column> columns) {
            this.before = before;
            this.after = after;
            this.scope = scope;
            this.columns = columns;
        }

        boolean wantsMore() {
            return looked < MOST_LOOKED_AT && seen < 20L * MOST_LOOKED_AT;
        }

        void end() {
            ended = true;
        }

        <T> void take(List<T> page, Function<RepairedRows, Function<List<T>, List<Repaired>>> how) {
            if (page.isEmpty()) {
                return;
            }
            List<Repaired> old = how.apply(before).apply(page);
            List<Repaired> fixed = how.apply(after).apply(page);
            seen += page.size();
            for (int i = 0; i < page.size(); i++) {
                take(old.get(i), fixed.get(i));
            }
        }

        private void take(Repaired old, Repaired fixed) {
            boolean isChanged =
                    fixed.dropped() != old.dropped()
                            || !fixed.row().cells().equals(old.row().cells());
            if (!isChanged && !scope.needsContacts() && !scope.isAmong(old.remarks())) {
                return;
            }
            looked++;
            if (!isChanged) {
                return;
            }
            changed++;
            passing += fixed.dropped() || fixed.mapped() instanceof MappedRow.Candidate ? 1 : 0;
            if (examples.size() < EXAMPLES) {
                examples.add(new Example(old.row().number(), text(old), text(fixed)));
            }
        }

        /// What the row says in the cells that are fixed, or at all.
        private String text(Repaired row) {
            List<String> cells = row.row().cells();
            List<String> shown =
                    columns.isEmpty()
                            ? cells
                            : columns.stream()
                                    .map(Column::index)
                                    .filter(index -> index < cells.size())
                                    .map(cells::get)
                                    .toList();
            return String.join(" · ", shown);
        }

        FixPreview result(long meant) {
            return new FixPreview(
                    ended ? looked : Math.max(looked, meant),
                    looked,
                    changed,
                    passing,
                    List.copyOf(examples));
        }
    }
}
