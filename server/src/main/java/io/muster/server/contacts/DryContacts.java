package io.muster.server.contacts;

import io.muster.engine.matching.Contact;
import io.muster.server.contacts.store.DryContactStore;
import io.muster.server.tenants.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Contacts as they would stand after the rows of a dry run: what it would write lies over what is
/// stored, seen by this transaction only and gone with it. Every call needs the same open
/// transaction of the tenant.
@Component
public class DryContacts {
    private final ContactBatches stored;
    private final DryContactStore dry;

    DryContacts(ContactBatches stored, DryContactStore dry) {
        this.stored = stored;
        this.dry = dry;
    }

    /// A contact that the dry run meets.
    ///
    /// @param firstRow the first row that was placed at it; 0 for none
    public record Met(Contact contact, long firstRow) {}

    /// Begins a dry run in the current transaction.
    public void begin() {
        dry.create();
    }

    /// The contacts that have any of the keys at this point of the dry run.
    public List<Met> find(TenantId tenant, ContactKeys keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        List<Contact> base = stored.find(tenant, keys);
        List<Met> over = dry.find(keys, base.stream().map(Contact::id).toList());
        Set<UUID> covered = new HashSet<>();
        over.forEach(met -> covered.add(met.contact().id()));
        List<Met> found = new ArrayList<>(over);
        base.stream()
                .filter(contact -> !covered.contains(contact.id()))
                .forEach(contact -> found.add(new Met(contact, 0)));
        return found;
    }

    /// What the dry run has laid over these contacts so far.
    public List<Contact> over(Collection<UUID> ids) {
        return dry.find(new ContactKeys(), List.copyOf(ids)).stream().map(Met::contact).toList();
    }

    /// Lays contacts over the stored ones.
    public void put(List<Met> contacts) {
        if (!contacts.isEmpty()) {
            dry.put(contacts);
        }
    }
}
