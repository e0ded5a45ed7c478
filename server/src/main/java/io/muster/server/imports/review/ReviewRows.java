package io.muster.server.imports.review;

import io.muster.engine.file.RowPlace;
import io.muster.engine.file.SourceRow;
import io.muster.engine.outcome.Action;
import io.muster.server.imports.Effect;
import io.muster.server.imports.FileRows;
import io.muster.server.imports.Import;
import io.muster.server.imports.IssueCount;
import io.muster.server.imports.Review;
import io.muster.server.imports.repair.EditedRows;
import io.muster.server.imports.store.ReviewPartStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The rows of reviews, any page of them as fast as any other.
@Component
public class ReviewRows {
    private static final int FIRST_PARTS = 4;
    private static final int MOST_PARTS = 64;

    private final TenantTransactions transactions;
    private final ReviewPartStore parts;
    private final FileRows files;
    private final EditedRows edited;

    ReviewRows(
            TenantTransactions transactions,
            ReviewPartStore parts,
            FileRows files,
            EditedRows edited) {
        this.transactions = transactions;
        this.parts = parts;
        this.files = files;
        this.edited = edited;
    }

    /// A row with what it says.
    ///
    /// @param cells by column; fewer than columns for rows that cannot be read
    /// @param edited columns of the cells that somebody has written by hand
    public record Line(ReviewRow row, List<String> cells, Set<Integer> edited) {}

    /// A row with where its cells are.
    private record Found(ReviewRow row, ReviewPart part) {}

    /// What is sought: the filter's groups, and for each the facets of the review that are in it.
    private record Query(List<Predicate<Facet>> groups, List<Set<String>> facets) {
        static Query of(ReviewFilter filter, Review review) {
            List<Facet> known = facets(filter, review);
            List<Set<String>> wanted = new ArrayList<>();
            for (Predicate<Facet> group : filter.groups()) {
                wanted.add(
                        known.stream().filter(group).map(Facet::text).collect(Collectors.toSet()));
            }
            return new Query(filter.groups(), wanted);
        }

        private static List<Facet> facets(ReviewFilter filter, Review review) {
            Set<Facet> known = new LinkedHashSet<>();
            for (Action action : Action.values()) {
                known.add(new Facet.Does(action));
            }
            for (IssueCount issue : review.issues()) {
                for (Effect effect : issue.effects().keySet()) {
                    known.add(new Facet.Remark(effect, issue.code(), issue.field()));
                }
            }
            known.addAll(filter.cleared());
            return List.copyOf(known);
        }
    }

    /// Rows in file order.
    ///
    /// @param from number of the first row that may come
    public List<Line> list(
            TenantId tenant, Import of, Review review, ReviewFilter filter, long from, int limit) {
        List<Found> found = find(tenant, of, Query.of(filter, review), from, limit);
        Map<Long, List<String>> cells = new HashMap<>();
        SortedMap<Long, @Nullable RowPlace> wanted = new TreeMap<>();
        for (Found one : found) {
            if (one.row().isAboutErased()) {
                continue;
            }
            if (one.part().place() != null) {
                wanted.put(one.row().row(), one.part().place());
            } else if (!cells.containsKey(one.row().row())) {
                cells.putAll(one.part().keptCells());
            }
        }
        cells.putAll(edited.cells(tenant, of, files.rows(of, wanted)));
        Map<Long, Set<Integer>> written =
                found.isEmpty()
                        ? Map.of()
                        : edited.columns(
                                tenant,
                                of,
                                found.getFirst().row().row(),
                                found.getLast().row().row());
        return found.stream()
                .map(one ->
                        new Line(
                                one.row(),
                                cells.getOrDefault(one.row().row(), List.of()),
                                written.getOrDefault(one.row().row(), Set.of())))
                .toList();
    }

    /// Rows in file order, as they stand in the file.
    ///
    /// @param from number of the first row that may come
    public List<SourceRow> sources(
            TenantId tenant, Import of, Review review, ReviewFilter filter, long from, int limit) {
        SortedMap<Long, @Nullable RowPlace> wanted = new TreeMap<>();
        find(tenant, of, Query.of(filter, review), from, limit).stream()
                .filter(one -> !one.row().isAboutErased())
                .forEach(one -> wanted.put(one.row().row(), one.part().place()));
        return files.rows(of, wanted);
    }

    /// The first row from a number on.
    public OptionalLong next(
            TenantId tenant, Import of, Review review, ReviewFilter filter, long from) {
        return find(tenant, of, Query.of(filter, review), from, 1).stream()
                .mapToLong(found -> found.row().row())
                .findFirst();
    }

    /// Goes back by so many rows from before a number, or to the first one there is.
    public OptionalLong back(
            TenantId tenant, Import of, Review review, ReviewFilter filter, long before, int rows) {
        Query query = Query.of(filter, review);
        long first = 0;
        int passed = 0;
        long at = before;
        for (int most = FIRST_PARTS; ; most = Math.min(4 * most, MOST_PARTS)) {
            int limit = most;
            long end = at;
            List<ReviewPart> some =
                    transactions.call(
                            tenant,
                            () -> parts.before(tenant, of.id(), end, query.facets(), limit));
            for (ReviewPart part : some) {
                for (ReviewRow row : part.rows(query.groups()).reversed()) {
                    if (row.row() < before && passed < rows) {
                        first = row.row();
                        passed++;
                    }
                }
            }
            if (passed == rows || some.size() < limit) {
                return passed == 0 ? OptionalLong.empty() : OptionalLong.of(first);
            }
            at = some.getLast().firstRow();
        }
    }

    private List<Found> find(TenantId tenant, Import of, Query query, long from, int limit) {
        List<Found> found = new ArrayList<>();
        long at = from;
        for (int most = FIRST_PARTS; ; most = Math.min(4 * most, MOST_PARTS)) {
            int atOnce = most;
            long begin = at;
            List<ReviewPart> some =
                    transactions.call(
                            tenant,
                            () -> parts.from(tenant, of.id(), begin, query.facets(), atOnce));
            for (ReviewPart part : some) {
                for (ReviewRow row : part.rows(query.groups())) {
                    if (row.row() >= from && found.size() < limit) {
                        found.add(new Found(row, part));
                    }
                }
                if (found.size() == limit) {
                    return found;
                }
            }
            if (some.size() < atOnce) {
                return found;
            }
            at = some.getLast().lastRow() + 1;
        }
    }
}
