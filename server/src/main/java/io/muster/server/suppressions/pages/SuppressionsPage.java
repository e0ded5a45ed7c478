package io.muster.server.suppressions.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.platform.pages.Pager;
import io.muster.server.suppressions.Suppression;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the page of the suppression list shows.
///
/// @param q the value that was looked for, empty for all
/// @param count how many values the list has in all
/// @param mayKeep whether the person may change the list and read its values
/// @param done what was just done, null for nothing
/// @param form what is being added
public record SuppressionsPage(
        String q,
        List<Suppression> values,
        long count,
        Pager pager,
        boolean mayKeep,
        @Nullable String done,
        AddForm form) {
    static final int LIMIT = 50;

    /// @param fetched one more than are shown, if there are more
    /// @param after where the page begins, null at the newest
    static SuppressionsPage of(
            List<Suppression> fetched,
            long count,
            @Nullable UUID after,
            boolean mayKeep,
            @Nullable String done,
            AddForm form) {
        boolean more = fetched.size() > LIMIT;
        List<Suppression> values = more ? fetched.subList(0, LIMIT) : fetched;
        var pager =
                new Pager(
                        after == null ? null : "/suppressions",
                        more ? "/suppressions?older_than=" + values.getLast().id() : null);
        return new SuppressionsPage("", values, count, pager, mayKeep, done, form);
    }

    static SuppressionsPage found(String q, List<Suppression> values, long count, boolean mayKeep) {
        return new SuppressionsPage(
                q, values, count, new Pager(null, null), mayKeep, null, AddForm.EMPTY);
    }

    public boolean isSearch() {
        return !q.isBlank();
    }

    public String counted() {
        return isSearch() ? t("suppressions.found", values.size()) : t("suppressions.count", count);
    }
}
