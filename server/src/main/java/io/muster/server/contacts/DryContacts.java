package io.muster.server.contacts;

import io.muster.engine.matching.Contact;
import io.muster.server.contacts.store.DryContactStore;
import io.muster.server.tenants.TenantId;
import java.util.ArrayList;
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

    /// What keys lead to at this point of the dry run.
    ///
    /// @param stored what they lead to without it
    public record DryFound(List<Met> met, Found stored) {}

    /// A contact that the dry run meets.
    ///
    /// @param firstRow the first row that was placed at it; 0 for none
    public record Met(Contact contact, long firstRow) {}

    /// Begins a dry run in the current transaction.
    public void begin() {
        dry.create();
    }

    /// The contacts that the keys lead to at this point of the dry run.
    public DryFound find(TenantId tenant, ContactKeys keys) {
        Found base = stored.find(tenant, keys);
        if (keys.isEmpty()) {
            return new DryFound(List.of(), base);
        }
        List<Met> met =
                new ArrayList<>(dry.find(keys, base.contacts().stream().map(Contact::id).toList()));
        Set<UUID> covered = new HashSet<>();
        met.forEach(one -> covered.add(one.contact().id()));
        base.contacts().stream()
                .filter(contact -> covered.add(contact.id()))
                .forEach(contact -> met.add(new Met(contact, 0)));
        return new DryFound(met, base);
    }

    /// Lays contacts over the stored ones.
    public void put(List<Met> contacts) {
        if (!contacts.isEmpty()) {
            dry.put(contacts);
        }
    }
}
