package io.muster.server.imports.run;

import io.muster.engine.matching.Contact;
import io.muster.engine.matching.WorkingSet;
import io.muster.server.contacts.ContactKeys;
import io.muster.server.contacts.Found;
import java.util.List;

/// What the database knows of the keys of a batch.
///
/// @param suppressed those of them, and of the contacts that they lead to, by which somebody must
///   not be contacted
public record Known(Found found, ContactKeys suppressed) {

    static final Known NOTHING = new Known(Found.NOTHING, new ContactKeys());

    /// In no order, some of them several times.
    public List<Contact> contacts() {
        return found.contacts();
    }

    /// Tells the engine what there is to know beside the contacts.
    public void mark(WorkingSet set) {
        found.mark(set);
        suppressed.forEach(set::suppress);
    }
}
