package io.muster.server.contacts;

import io.muster.server.access.Sight;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A page of contacts, newest first. It may hold fewer than fit, even none, although there are
/// more: where no index leads to those who are sought, so many contacts are looked through for one
/// page, and the next page goes on behind them.
///
/// @param newer the id before which newer contacts come, null at the newest
/// @param older the id after which older contacts come, null at the oldest
public record Slice(List<Contact> contacts, @Nullable UUID newer, @Nullable UUID older) {
    /// Behind it come all contacts.
    private static final UUID NEWEST = new UUID(-1, -1);

    public Slice {
        contacts = List.copyOf(contacts);
    }

    /// Makes the slice of contacts fetched from a place, one more than the limit: the surplus only
    /// tells that there is more.
    ///
    /// @param reached the last contact that was looked at, null when it was the last of all
    static Slice of(List<Contact> fetched, Place place, int limit, @Nullable UUID reached) {
        boolean more = fetched.size() > limit;
        List<Contact> shown = more ? fetched.subList(0, limit) : fetched;
        UUID on = more ? (shown.isEmpty() ? NEWEST : shown.getLast().id()) : reached;
        return switch (place) {
            case Place.Newest() -> new Slice(shown, null, on);
            case Place.OlderThan(UUID id) ->
                    new Slice(shown, shown.isEmpty() ? before(id) : shown.getFirst().id(), on);
            case Place.NewerThan(UUID id) ->
                    new Slice(
                            shown.reversed(),
                            on,
                            shown.isEmpty() ? after(id) : shown.getFirst().id());
        };
    }

    /// As somebody sees it.
    public Slice seen(Sight sight) {
        return new Slice(
                contacts.stream().map(contact -> contact.seen(sight)).toList(), newer, older);
    }

    /// What comes after it begins with the id itself.
    private static UUID before(UUID id) {
        long low = id.getLeastSignificantBits();
        return new UUID(id.getMostSignificantBits() - (low == 0 ? 1 : 0), low - 1);
    }

    private static UUID after(UUID id) {
        long low = id.getLeastSignificantBits();
        return new UUID(id.getMostSignificantBits() + (low == -1 ? 1 : 0), low + 1);
    }

    /// The slice with one contact more in front.
    Slice behind(Contact first) {
        return new Slice(Stream.concat(Stream.of(first), contacts.stream()).toList(), newer, older);
    }

    /// Whether nothing was found so far, although there is more to look through.
    public boolean isToBeContinued() {
        return contacts.isEmpty() && older != null;
    }
}
