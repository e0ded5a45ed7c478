package io.muster.server.imports.undo;

import io.muster.engine.undo.History;
import io.muster.engine.undo.PastChange;
import io.muster.engine.undo.PastChange.Origin;
import io.muster.server.contacts.ContactStand;
import io.muster.server.imports.undo.store.PastStore.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Makes histories out of what the log and the edits tell.
///
/// @param importId the import that is being undone
/// @param delivery the batch of it whose turn it is; its own rows are no past
record Pasts(UUID importId, UUID delivery) {
    /// Whoever changed a contact without leaving a note.
    private static final String UNKNOWN = "somebody";

    /// @param wanted the contacts whose history matters
    Map<UUID, History> histories(
            Map<UUID, ContactStand> contacts, Set<UUID> wanted, List<Event> events) {
        Map<UUID, List<Event>> byContact = new HashMap<>();
        wanted.forEach(contact -> byContact.put(contact, new ArrayList<>()));
        for (Event event : events) {
            byContact.computeIfAbsent(event.contact(), any -> new ArrayList<>()).add(event);
        }
        Map<UUID, History> histories = new HashMap<>();
        byContact.forEach((contact, of) -> {
            ContactStand stand = contacts.get(contact);
            if (stand != null) {
                histories.put(contact, history(stand, of));
            }
        });
        return histories;
    }

    private History history(ContactStand stand, List<Event> events) {
        boolean madeHere = false;
        long lastNoted = 0;
        List<PastChange> changes = new ArrayList<>();
        for (Event event : events) {
            lastNoted = Math.max(lastNoted, event.version());
            switch (event.action()) {
                case "created" -> madeHere |= importId.equals(event.importId());
                case "updated", "edited" -> {
                    if (event.stands() && !delivery.equals(event.delivery())) {
                        changes.add(change(event));
                    }
                }
                // An undo changes nothing: it takes a change away.
                default -> {}
            }
        }
        if (stand.version() > lastNoted) {
            changes.add(new PastChange(Origin.OTHER, stand.version(), 0, null, UNKNOWN));
        }
        return new History(madeHere, changes);
    }

    private PastChange change(Event event) {
        boolean own = importId.equals(event.importId());
        return new PastChange(
                own ? Origin.THIS_IMPORT : Origin.OTHER,
                event.version(),
                event.row(),
                event.fields(),
                own ? "row " + event.row() + " of this import" : event.by());
    }
}
