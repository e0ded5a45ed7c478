package io.muster.server.imports.repair.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.engine.outcome.Action;
import io.muster.engine.outcome.Code;
import io.muster.engine.plan.Plan;
import io.muster.server.access.Caller;
import io.muster.server.access.Scope;
import io.muster.server.fields.CustomFields;
import io.muster.server.imports.Effect;
import io.muster.server.imports.Import;
import io.muster.server.imports.IssueCount;
import io.muster.server.imports.RowSelection.Issue;
import io.muster.server.imports.pages.FieldNames;
import io.muster.server.imports.pages.Severity;
import io.muster.server.imports.pages.map.MapChoices;
import io.muster.server.imports.repair.BulkFix;
import io.muster.server.imports.repair.ErrorFiles;
import io.muster.server.imports.repair.ErrorGroups;
import io.muster.server.imports.repair.FileKind;
import io.muster.server.imports.repair.FixPreview;
import io.muster.server.imports.repair.GroupRows;
import io.muster.server.imports.repair.RepairWork;
import io.muster.server.imports.repair.Retries;
import io.muster.server.imports.repair.RowDetails;
import io.muster.server.imports.repair.RowNow;
import io.muster.server.imports.repair.pages.ErrorsPage.ErrorFile;
import io.muster.server.imports.repair.pages.ErrorsPage.State;
import io.muster.server.imports.run.ImportPlans;
import io.muster.server.platform.pages.Pager;
import io.muster.server.platform.pages.Texts;
import io.muster.server.tenants.TenantId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts the pages about errors together.
@Component
class ErrorPages {
    private static final int ROWS = 25;
    private static final int VALUES = 20;

    private final ErrorGroups groups;
    private final GroupRows rows;
    private final RepairWork work;
    private final Retries retries;
    private final RowDetails details;
    private final ErrorFiles files;
    private final ImportPlans plans;
    private final CustomFields fields;

    ErrorPages(
            ErrorGroups groups,
            GroupRows rows,
            RepairWork work,
            Retries retries,
            RowDetails details,
            ErrorFiles files,
            ImportPlans plans,
            CustomFields fields) {
        this.groups = groups;
        this.rows = rows;
        this.work = work;
        this.retries = retries;
        this.details = details;
        this.files = files;
        this.plans = plans;
        this.fields = fields;
    }

    ErrorsPage errors(Caller caller, Import of, List<String> problems) {
        TenantId tenant = caller.tenant();
        FieldNames names = names(tenant);
        return new ErrorsPage(
                of,
                lines(tenant, of, names),
                StepLines.of(work.steps(tenant, of.id()), names),
                retries.waiting(tenant, of.id()),
                caller.may(Scope.IMPORTS_WRITE),
                of.counts().failed() == 0
                        ? List.of()
                        : Stream.of(FileKind.values()).map(kind -> file(tenant, of, kind)).toList(),
                attempts(tenant, of),
                problems);
    }

    GroupPage group(Caller caller, Import of, Issue issue, long from, List<String> problems) {
        TenantId tenant = caller.tenant();
        FieldNames names = names(tenant);
        Plan plan = plans.of(tenant, of);
        List<RowNow> found = rows.list(tenant, of, issue, Math.max(from, 1) - 1, ROWS + 1);
        List<RowCard> shown =
                found.stream()
                        .limit(ROWS)
                        .map(row -> RowCard.of(of, plan, row, issue, names))
                        .toList();
        return new GroupPage(
                of,
                line(tenant, of, issue, names),
                ErrorGroups.fixes(plan, issue.code(), issue.field()),
                rows.values(tenant, of, issue, VALUES),
                MapChoices.regions(),
                shown,
                new Pager(
                        from > 1 ? GroupLine.path(of.id(), issue, 1) : null,
                        found.size() > ROWS
                                ? GroupLine.path(of.id(), issue, shown.getLast().row() + 1)
                                : null),
                caller.may(Scope.IMPORTS_WRITE),
                problems);
    }

    RowCard card(TenantId tenant, Import of, RowNow row, Issue group) {
        return RowCard.of(of, plans.of(tenant, of), row, group, names(tenant));
    }

    PreviewPage preview(TenantId tenant, Import of, BulkFix fix, Issue issue, FixPreview preview) {
        FieldNames names = names(tenant);
        return new PreviewPage(
                of,
                line(tenant, of, issue, names),
                fix,
                StepLine.fix(fix, Texts.number(preview.estimate()), names),
                preview);
    }

    /// @param group that the person came from; the row's first remark for none
    RowPage row(Caller caller, Import of, long number, @Nullable Issue group) {
        TenantId tenant = caller.tenant();
        RowDetails.Detail detail = details.get(tenant, of.id(), number);
        RowNow now = detail.now();
        RowCard card =
                now == null ? null : card(tenant, of, now, group == null ? first(now) : group);
        return RowPage.of(detail, number, card, names(tenant), caller.may(Scope.IMPORTS_WRITE));
    }

    private static Issue first(RowNow row) {
        return row.outcome().info().stream()
                .findFirst()
                .map(info -> new Issue(info.code(), info.field()))
                .orElse(new Issue(Code.ROW_ERROR, null));
    }

    private List<GroupLine> lines(TenantId tenant, Import of, FieldNames names) {
        return groups.issues(tenant, of).stream()
                .map(issue -> GroupLine.of(of, issue, names))
                .filter(line -> line.severity() != Severity.WARNS)
                .sorted(Comparator.comparing(GroupLine::severity))
                .toList();
    }

    private GroupLine line(TenantId tenant, Import of, Issue issue, FieldNames names) {
        return lines(tenant, of, names).stream()
                .filter(line -> line.issue().equals(issue))
                .findFirst()
                .orElseGet(() -> GroupLine.of(of, none(issue), names));
    }

    /// All its rows may be mended by now.
    private static IssueCount none(Issue issue) {
        return new IssueCount(
                issue.code(),
                issue.field(),
                0,
                List.of(),
                List.of(),
                Map.of(Effect.of(Action.NONE), 0L));
    }

    private ErrorFile file(TenantId tenant, Import of, FileKind kind) {
        if (!files.isLarge(of)) {
            return new ErrorFile(kind, State.DIRECT, 0);
        }
        return files.find(tenant, of, kind)
                .map(file ->
                        new ErrorFile(
                                kind, file.ready() ? State.READY : State.PREPARING, file.size()))
                .orElse(new ErrorFile(kind, State.ON_DEMAND, 0));
    }

    private List<String> attempts(TenantId tenant, Import of) {
        return retries.attempts(tenant, of.id()).reversed().stream()
                .map(attempt ->
                        t(
                                "repair.attempt." + attempt.status().text(),
                                attempt.attempt(),
                                attempt.failureReason() == null ? "" : attempt.failureReason()))
                .toList();
    }

    private FieldNames names(TenantId tenant) {
        return new FieldNames(fields.all(tenant));
    }
}
