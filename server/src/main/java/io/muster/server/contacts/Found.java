package io.muster.server.contacts;

import io.muster.engine.matching.Contact;
import io.muster.engine.matching.IdentityKey;
import io.muster.engine.matching.WorkingSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What keys lead to.
///
/// @param contacts in no order, some of them several times
/// @param former those of the keys that lead to one of the contacts since a merge
/// @param erased those of the keys whose owner was erased
/// @param formerIds the ids of those who were merged into one of the contacts, by its id
public record Found(
        List<Contact> contacts,
        List<Former> former,
        ContactKeys erased,
        Map<UUID, List<UUID>> formerIds) {

    public static final Found NOTHING =
            new Found(List.of(), List.of(), new ContactKeys(), Map.of());

    /// A key of somebody who was merged into another contact.
    public record Former(IdentityKey key, String value, UUID survivor) {}

    /// Tells the engine what there is to know beside the contacts.
    public void mark(WorkingSet set) {
        former.forEach(one -> set.lead(one.key(), one.value(), one.survivor()));
        erased.forEach(set::erase);
    }
}
