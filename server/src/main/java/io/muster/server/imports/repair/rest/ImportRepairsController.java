package io.muster.server.imports.repair.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.muster.engine.outcome.Code;
import io.muster.engine.plan.Plan;
import io.muster.server.access.Caller;
import io.muster.server.access.Sight;
import io.muster.server.imports.Import;
import io.muster.server.imports.Imports;
import io.muster.server.imports.IssueCount;
import io.muster.server.imports.repair.BulkFix;
import io.muster.server.imports.repair.BulkFixes;
import io.muster.server.imports.repair.CellTexts;
import io.muster.server.imports.repair.Conflicts;
import io.muster.server.imports.repair.Conflicts.Resolution;
import io.muster.server.imports.repair.ErrorGroups;
import io.muster.server.imports.repair.FixKind;
import io.muster.server.imports.repair.FixPreview;
import io.muster.server.imports.repair.RepairWork;
import io.muster.server.imports.repair.Retries;
import io.muster.server.imports.repair.RowDetails;
import io.muster.server.imports.repair.RowNow;
import io.muster.server.imports.rest.ImportView;
import io.muster.server.imports.run.ImportPlans;
import io.muster.server.imports.store.AttemptStore;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.Cursor;
import io.muster.server.platform.web.FieldError;
import io.muster.server.platform.web.Page;
import io.muster.server.platform.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The rows of an import that went wrong, mended and tried again by programs.
@RestController
@RequestMapping("/api/v1/imports/{id}")
class ImportRepairsController {
    private static final String STEPS = "steps";

    private final Imports imports;
    private final RepairWork work;
    private final BulkFixes fixes;
    private final RowDetails details;
    private final ErrorGroups groups;
    private final Conflicts conflicts;
    private final Retries retries;
    private final ImportPlans plans;

    ImportRepairsController(
            Imports imports,
            RepairWork work,
            BulkFixes fixes,
            RowDetails details,
            ErrorGroups groups,
            Conflicts conflicts,
            Retries retries,
            ImportPlans plans) {
        this.imports = imports;
        this.work = work;
        this.fixes = fixes;
        this.details = details;
        this.groups = groups;
        this.conflicts = conflicts;
        this.retries = retries;
        this.plans = plans;
    }

    @Operation(summary = "One row: its outcomes, its values, and what it would be now")
    @GetMapping("/rows/{row}")
    RowDetailView row(Caller caller, @PathVariable UUID id, @PathVariable long row) {
        return RowDetailView.of(details.get(caller.tenant(), id, row));
    }

    @Operation(
            summary = "Write cells of a row anew",
            description =
                    "Before the start any row, afterwards one that failed or was skipped. The file stays as it is; the"
                            + " edit lies over it, and the next attempt takes it up. The answer is what the row would be"
                            + " now.")
    @PatchMapping("/rows/{row}")
    RowNowView edit(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable long row,
            @RequestBody CellTexts texts) {
        return RowNowView.of(imports.get(caller.tenant(), id), work.edit(caller, id, row, texts));
    }

    @Operation(summary = "Take a row out of the import")
    @DeleteMapping("/rows/{row}")
    RowNowView drop(Caller caller, @PathVariable UUID id, @PathVariable long row) {
        return RowNowView.of(imports.get(caller.tenant(), id), work.drop(caller, id, row));
    }

    /// What a person says about a row whose keys belong to different contacts.
    ///
    /// @param choice `pick`, `merge` or `create`
    /// @param contactId the contact that is picked, or that the others are merged into
    record ResolutionBody(@Nullable String choice, @Nullable UUID contactId) {

        RowNow settle(Conflicts conflicts, Caller caller, UUID importId, long row) {
            if ("create".equals(choice)) {
                return conflicts.resolve(caller, importId, row, new Resolution.CreateNew());
            }
            if ("pick".equals(choice) && contactId != null) {
                return conflicts.resolve(caller, importId, row, new Resolution.Pick(contactId));
            }
            if ("merge".equals(choice) && contactId != null) {
                return conflicts.merge(caller, importId, row, contactId);
            }
            String message = "Use pick or merge with a contact_id, or create.";
            throw ApiProblem.unprocessable(
                    message,
                    List.of(new FieldError("/choice", Code.INVALID_OPTION.name(), message)));
        }
    }

    @Operation(
            summary = "Settle a conflict: which contact is a row about?",
            description =
                    "`pick` one of the `candidates`, `merge` the others into it, or `create` a new contact. Keys that"
                            + " belong to others are left out of the row; none is taken from them. A merge needs the"
                            + " right to change contacts, stands at once, and is no step that could be undone."
                            + " Afterwards retry.")
    @PostMapping("/rows/{row}/resolution")
    RowNowView resolve(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable long row,
            @RequestBody ResolutionBody body) {
        return RowNowView.of(
                imports.get(caller.tenant(), id), body.settle(conflicts, caller, id, row));
    }

    /// A reason that keeps rows out.
    ///
    /// @param fixes kinds of fixes that could mend the rows
    record IssueView(
            String code,
            @Nullable String field,
            long count,
            List<String> examples,
            List<String> fixes) {

        static IssueView of(IssueCount issue, Plan plan) {
            return new IssueView(
                    issue.code().name(),
                    issue.field(),
                    issue.count(),
                    issue.examples(),
                    ErrorGroups.fixes(plan, issue.code(), issue.field()).stream()
                            .map(FixKind::text)
                            .toList());
        }
    }

    @Operation(summary = "Remarks about the rows, by reason and field, the most frequent first")
    @GetMapping("/issues")
    Page<IssueView> issues(Caller caller, @PathVariable UUID id) {
        Import of = imports.get(caller.tenant(), id);
        Plan plan = plans.of(caller.tenant(), of);
        return new Page<>(
                groups.issues(caller.tenant(), of).stream()
                        .map(issue -> IssueView.of(issue.seen(Sight.of(caller)), plan))
                        .toList(),
                null);
    }

    @Operation(
            summary = "What a fix of many rows would do",
            description =
                    "At most the first 10,000 of the rows are looked at; `looked` says how many.")
    @PostMapping("/fixes/preview")
    FixPreview preview(Caller caller, @PathVariable UUID id, @RequestBody BulkFix fix) {
        return fixes.preview(caller.tenant(), id, fix);
    }

    @Operation(
            summary = "Fix many rows at once, as one step",
            description =
                    "The rows with a remark (`code`, `field`) get other cells, or are dropped. The step can be undone"
                            + " until an attempt has taken it up.")
    @PostMapping("/fixes")
    @ResponseStatus(HttpStatus.CREATED)
    StepView fix(Caller caller, @PathVariable UUID id, @RequestBody BulkFix fix) {
        return StepView.of(fixes.apply(caller, id, fix));
    }

    @Operation(summary = "Everything that was done to the rows in its order, undone steps too")
    @GetMapping("/steps")
    Page<StepView> steps(Caller caller, @PathVariable UUID id, Paging paging) {
        Cursor cursor = paging.cursor();
        long after =
                cursor == null ? 0 : cursor.read(STEPS, 1, keys -> Long.valueOf(keys.getFirst()));
        List<StepView> steps =
                work.steps(caller.tenant(), id).stream()
                        .filter(step -> step.number() > after)
                        .limit(paging.fetch())
                        .map(StepView::of)
                        .toList();
        return Page.of(steps, paging, last -> Cursor.of(STEPS, last.number()));
    }

    @Operation(summary = "Undo a step; the last one first")
    @DeleteMapping("/steps/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(Caller caller, @PathVariable UUID id, @PathVariable long number) {
        work.undo(caller, id, number);
    }

    @Operation(
            summary = "Take the rows that failed up again, as the next attempt",
            description =
                    "Skipped rows that were edited go with them. Until a row has its new outcome the old one stands, so"
                            + " the counts add up at every moment. Cancelled or failed, the attempt leaves what it did and"
                            + " the import as it had ended before.")
    @PostMapping("/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportView retry(Caller caller, @PathVariable UUID id) {
        return ImportView.of(retries.retry(caller.tenant(), id));
    }

    /// An attempt that is over.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record AttemptView(
            int attempt,
            String status,
            @Nullable String failureReason,
            @Nullable Instant startedAt,
            Instant finishedAt) {

        static AttemptView of(AttemptStore.Ended ended) {
            return new AttemptView(
                    ended.attempt(),
                    ended.status().text(),
                    ended.failureReason(),
                    ended.startedAt(),
                    ended.finishedAt());
        }
    }

    @Operation(summary = "How each attempt ended, once there was more than one")
    @GetMapping("/attempts")
    Page<AttemptView> attempts(Caller caller, @PathVariable UUID id) {
        return new Page<>(
                retries.attempts(caller.tenant(), id).stream().map(AttemptView::of).toList(), null);
    }
}
