package io.muster.server.contacts.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.contacts.Contact;
import io.muster.server.contacts.ContactChanges;
import io.muster.server.contacts.Slice;
import io.muster.server.contacts.Tally;
import io.muster.server.contacts.builder.FilterForm;
import io.muster.server.platform.pages.Pager;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the list of contacts shows.
///
/// @param form the filter
/// @param sought what the filter and the search come to
/// @param offered the columns that can be chosen
/// @param columns those that are shown
/// @param changes what may change the contacts at this moment
/// @param mayWrite whether the viewer may keep and export what they see
/// @param done what was just done elsewhere, null for nothing
public record ContactsPage(
        ListState state,
        FilterForm form,
        Sought sought,
        List<ContactColumn> offered,
        List<ContactColumn> columns,
        ContactWords words,
        List<ContactChanges.Change> changes,
        boolean mayWrite,
        @Nullable String done) {
    static final int LIMIT = 50;

    /// What a filter comes to.
    public sealed interface Sought {

        /// Some of those whom it means.
        ///
        /// @param filtered whether there is a filter at all
        record Found(Slice slice, Tally tally, boolean filtered) implements Sought {}

        /// It cannot be used as it is.
        record Refused() implements Sought {}
    }

    public String q() {
        return state.q();
    }

    public boolean isRefused() {
        return sought instanceof Sought.Refused;
    }

    public List<Contact> contacts() {
        return sought instanceof Sought.Found found ? found.slice().contacts() : List.of();
    }

    /// Whether some contacts are sought, and not all shown.
    public boolean isNarrowed() {
        return isSearch() || isFiltered();
    }

    public boolean isSearch() {
        return !q().isEmpty();
    }

    public boolean isFiltered() {
        return !(sought instanceof Sought.Found found) || found.filtered();
    }

    public boolean isToBeContinued() {
        return sought instanceof Sought.Found found && found.slice().isToBeContinued();
    }

    /// How many conditions the form has.
    public int conditions() {
        return form.filter().conditions();
    }

    public Pager pager() {
        return sought instanceof Sought.Found found
                ? new Pager(
                        state.address("newer_than", found.slice().newer()),
                        state.address("older_than", found.slice().older()))
                : new Pager(null, null);
    }

    public String count() {
        if (!(sought instanceof Sought.Found(Slice _, Tally tally, boolean _))) {
            return t("contacts.filter.refused");
        }
        if (isNarrowed()) {
            return t(tally.isExact() ? "contacts.found" : "contacts.found_more", tally.counted());
        }
        return t(tally.isExact() ? "contacts.count" : "contacts.count_more", tally.counted());
    }

    /// Where all are counted, null when they are.
    public @Nullable String counting() {
        return isNarrowed() && sought instanceof Sought.Found found && !found.tally().isExact()
                ? state.counted()
                : null;
    }

    /// Where the filter is kept as a segment; null where there is none to be kept.
    public @Nullable String keeping() {
        return isKeepable() ? state.filterAt("/segments/new") : null;
    }

    /// Where those who are shown are exported; null where a search has found them.
    public @Nullable String exporting() {
        if (isKeepable()) {
            return state.filterAt("/exports");
        }
        return mayWrite && !isNarrowed() ? "/exports" : null;
    }

    private boolean isKeepable() {
        return mayWrite && !isSearch() && sought instanceof Sought.Found found && found.filtered();
    }

    public boolean isShown(ContactColumn column) {
        return Set.copyOf(columns).contains(column);
    }
}
