package io.muster.server.imports.run;

import io.muster.server.contacts.ContactBatches;
import io.muster.server.contacts.ContactKeys;
import io.muster.server.tenants.TenantId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The keys that contacts may have, kept in memory once it pays: most rows of a first import are
/// new, and looking three keys of each up in vain costs as much as a third of writing them.
///
/// It costs at most in the order of what was looked up in vain before, however the file goes on.
/// Several threads may ask.
final class TakenKeys {
    /// About as many contacts are read in the time of one look-up of a row.
    private static final int CONTACTS_PER_ROW = 4;

    private static final long MOST_CONTACTS = 2_000_000;
    private static final int BITS = 1 << 26;

    private final TenantId tenant;
    private final ContactBatches contacts;
    private @Nullable BloomFilter taken;
    private long inVain;
    private long enough = 1;

    // Contacts read at an older version lack what others wrote since.
    private long oldest;

    TakenKeys(TenantId tenant, ContactBatches contacts) {
        this.tenant = tenant;
        this.contacts = contacts;
    }

    /// Those of the keys that a contact may have. Needs the tenant's transaction.
    ///
    /// @param keys of rows that are about to be decided; their contacts may have them from now on
    /// @param unwritten keys of rows that are decided, but that no look-up sees yet
    /// @param version of the contacts, read before in this transaction
    synchronized ContactKeys among(
            ContactKeys keys, Supplier<ContactKeys> unwritten, long version) {
        if (taken == null && inVain >= enough && version >= oldest) {
            taken = read();
            if (taken != null) {
                remember(taken, unwritten.get());
            }
        }
        if (taken == null) {
            return keys;
        }
        ContactKeys asked = keys.only(taken::mayHold);
        remember(taken, keys);
        return asked;
    }

    /// Learns what a look-up has brought.
    synchronized void lookedUp(ContactKeys keys, int found) {
        inVain += Math.max(0, keys.rows() - found);
    }

    /// Somebody else has changed contacts.
    ///
    /// @param version of the contacts after it
    synchronized void forget(long version) {
        taken = null;
        inVain = 0;
        enough = 1;
        oldest = version;
    }

    private @Nullable BloomFilter read() {
        long most = Math.min(inVain * CONTACTS_PER_ROW, MOST_CONTACTS);
        BloomFilter read = new BloomFilter(BITS);
        if (contacts.keys(tenant, most, read::add)) {
            return read;
        }
        enough = most < MOST_CONTACTS ? inVain * CONTACTS_PER_ROW : Long.MAX_VALUE;
        return null;
    }

    private static void remember(BloomFilter taken, ContactKeys keys) {
        keys.forEach(taken::add);
    }
}
