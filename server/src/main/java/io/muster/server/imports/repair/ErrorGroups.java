package io.muster.server.imports.repair;

import io.muster.engine.field.Correction;
import io.muster.engine.field.FieldType;
import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import io.muster.engine.plan.Plan;
import io.muster.engine.repair.FieldColumns.Column;
import io.muster.engine.repair.Scope;
import io.muster.server.imports.Effect;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportRows;
import io.muster.server.imports.ImportStatus;
import io.muster.server.imports.IssueCount;
import io.muster.server.imports.RowSelection;
import io.muster.server.imports.RowSelection.Issue;
import io.muster.server.imports.store.ReviewStore;
import io.muster.server.imports.store.RowStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What keeps rows of an import out, by reason and field; and which fixes could mend it.
@Component
public class ErrorGroups {
    private static final int EXAMPLES = 5;

    private final TenantTransactions transactions;
    private final ImportRows rows;
    private final RowStore store;
    private final ReviewStore reviews;

    ErrorGroups(
            TenantTransactions transactions, ImportRows rows, RowStore store, ReviewStore reviews) {
        this.transactions = transactions;
        this.rows = rows;
        this.store = store;
        this.reviews = reviews;
    }

    /// What was remarked about the rows of the import as they stand in its last attempt; before the
    /// first one, what the review has found. The most frequent first.
    public List<IssueCount> issues(TenantId tenant, Import of) {
        if (of.status() == ImportStatus.UPLOADED) {
            return transactions
                    .call(tenant, () -> reviews.find(tenant, of.id()))
                    .map(review -> review.issues())
                    .orElse(List.of());
        }
        List<IssueCount> issues = rows.issues(tenant, of);
        return of.attempt().number() == 1
                ? issues
                : issues.stream().map(issue -> withExamples(tenant, of, issue)).toList();
    }

    /// Rows that a remark keeps out; those that came through in spite of it do not count.
    public static long open(IssueCount issue) {
        return issue.with(Effect.FAILS) + issue.with(Effect.SKIPS);
    }

    /// Fixes that could mend rows with a remark.
    public static Set<FixKind> fixes(Plan plan, Code code, @Nullable String field) {
        Set<FixKind> kinds = EnumSet.of(FixKind.DROP);
        List<Column> columns = field == null ? List.of() : plan.columns().of(field);
        if (columns.isEmpty()) {
            return kinds;
        }
        kinds.add(FixKind.SET_VALUE);
        if (code.name().startsWith("MISSING_")) {
            return kinds;
        }
        kinds.add(FixKind.REPLACE);
        Column column = columns.getFirst();
        if (!new Scope(code, field).needsContacts()) {
            kinds.add(FixKind.MAP_VALUES);
            if (column.type() == FieldType.PHONE) {
                kinds.add(FixKind.REGION);
            }
            if (column.type() == FieldType.DATE) {
                kinds.add(FixKind.DATE_FORMAT);
            }
            if (column.correction() != Correction.NONE) {
                kinds.add(FixKind.SUGGESTION);
            }
        }
        return kinds;
    }

    /// Examples that were counted once may be of rows that are mended by now.
    private IssueCount withExamples(TenantId tenant, Import of, IssueCount issue) {
        var selection = new RowSelection(null, new Issue(issue.code(), issue.field()));
        Map<String, Long> examples = new LinkedHashMap<>();
        List<Long> without = new ArrayList<>();
        transactions
                .call(tenant, () -> store.some(tenant, of.id(), selection, 0, EXAMPLES))
                .forEach(row -> {
                    without.add(row.row());
                    row.info().stream()
                            .filter(info ->
                                    info.code() == issue.code()
                                            && Objects.equals(info.field(), issue.field()))
                            .map(Info::value)
                            .filter(Objects::nonNull)
                            .forEach(value -> examples.putIfAbsent(value, row.row()));
                });
        return new IssueCount(
                issue.code(),
                issue.field(),
                issue.count(),
                List.copyOf(examples.keySet()),
                examples.isEmpty() ? without : List.copyOf(examples.values()),
                issue.effects());
    }
}
