package io.muster.server.contacts;

import io.muster.engine.field.StandardField;
import io.muster.server.contacts.filter.ContactFilter;
import io.muster.server.contacts.filter.ContactFilter.All;
import io.muster.server.contacts.filter.ContactFilter.Condition;
import io.muster.server.contacts.filter.FilterField.Standard;
import io.muster.server.contacts.filter.FilterOp;

/// Which contacts a list shows: those that a search finds and a filter means.
public record ContactQuery(ContactSearch search, ContactFilter filter) {

    public static ContactQuery of(ContactFilter filter) {
        return new ContactQuery(new ContactSearch.All(), filter);
    }

    public static ContactQuery of(ContactSearch search) {
        return new ContactQuery(search, ContactFilter.EVERYBODY);
    }

    /// Whether an index leads to all of them; if none does, contacts have to be looked through.
    public boolean isIndexed() {
        return switch (search) {
            case ContactSearch.Key key -> true;
            case ContactSearch.Name name -> false;
            case ContactSearch.All() -> isIndexed(filter);
        };
    }

    private static boolean isIndexed(ContactFilter filter) {
        return switch (filter) {
            case All(var parts) ->
                    parts.isEmpty() || parts.stream().anyMatch(ContactQuery::namesOne);
            case ContactFilter.Any any -> false;
            case Condition condition -> namesOne(condition);
        };
    }

    /// Whether it holds for one contact at most.
    private static boolean namesOne(ContactFilter part) {
        return part instanceof Condition(Standard(StandardField field), FilterOp op, Object value)
                && field.isKey()
                && op == FilterOp.IS
                && value != null;
    }
}
