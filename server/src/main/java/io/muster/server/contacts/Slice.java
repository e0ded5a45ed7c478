package io.muster.server.contacts;

import io.muster.server.access.Sight;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A page of contacts, newest first.
///
/// @param newer the id before which newer contacts come, null at the newest
/// @param older the id after which older contacts come, null at the oldest
public record Slice(List<Contact> contacts, @Nullable UUID newer, @Nullable UUID older) {

    public Slice {
        contacts = List.copyOf(contacts);
    }

    /// Makes the slice of contacts fetched from a place, one more than the limit: the surplus only
    /// tells that there is more.
    public static Slice of(List<Contact> fetched, Place place, int limit) {
        boolean more = fetched.size() > limit;
        return switch (place) {
            case Place.Newest() -> cut(first(fetched, limit), false, more);
            case Place.OlderThan older -> cut(first(fetched, limit), true, more);
            case Place.NewerThan newer -> cut(first(fetched, limit).reversed(), more, true);
        };
    }

    /// As somebody sees it.
    public Slice seen(Sight sight) {
        return new Slice(
                contacts.stream().map(contact -> contact.seen(sight)).toList(), newer, older);
    }

    private static List<Contact> first(List<Contact> fetched, int limit) {
        return fetched.size() > limit ? fetched.subList(0, limit) : fetched;
    }

    private static Slice cut(List<Contact> contacts, boolean hasNewer, boolean hasOlder) {
        if (contacts.isEmpty()) {
            return new Slice(contacts, null, null);
        }
        return new Slice(
                contacts,
                hasNewer ? contacts.getFirst().id() : null,
                hasOlder ? contacts.getLast().id() : null);
    }
}
