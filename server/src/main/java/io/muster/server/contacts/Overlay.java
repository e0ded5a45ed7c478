package io.muster.server.contacts;

import io.muster.engine.matching.Contact;
import io.muster.engine.matching.IdentityKey;
import io.muster.server.contacts.dry.KeyEntries;
import io.muster.server.contacts.dry.KeyIndex;
import io.muster.server.contacts.dry.MetFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// Contacts as they would stand after the rows of a dry run: what it would write lies over what is
/// stored, seen by nobody else and gone when it is closed. For one thread.
public final class Overlay implements AutoCloseable {

    private final MetFile contacts;
    private final KeyIndex index;
    private final KeyEntries entries = new KeyEntries();

    /// Nobody can make up a file whose keys all have one hash.
    private final long multiplier = ThreadLocalRandom.current().nextLong() | 1;

    /// Records of the contacts that the last look brought.
    private final Map<UUID, Integer> records = new HashMap<>();

    private final Set<Integer> looked = new HashSet<>();

    Overlay(Path folder, long rows) {
        contacts = new MetFile(folder);
        index = new KeyIndex(folder, rows * IdentityKey.values().length);
    }

    /// The contacts that have any of the keys at this point of the dry run, and perhaps some
    /// others.
    ///
    /// @param stored what the database has under the keys
    public List<Met> over(List<Contact> stored, ContactKeys keys) {
        records.clear();
        looked.clear();
        entries.clear();
        keys.forEach((key, value) -> entries.add(hash(key, value), 0));
        stored.forEach(contact -> entries.add(hash(contact.id()), 0));
        Map<UUID, Met> found = new LinkedHashMap<>();
        index.find(entries, record -> meet(record, found));
        List<Met> all = new ArrayList<>(found.values());
        for (Contact contact : stored) {
            if (!found.containsKey(contact.id())) {
                all.add(new Met(contact, 0, true));
            }
        }
        return all;
    }

    /// Lays contacts over those that the last look brought, and over none.
    public void put(Collection<Met> mets) {
        entries.clear();
        for (Met met : mets) {
            Contact contact = met.contact();
            Integer known = records.get(contact.id());
            int record = known == null ? contacts.add(met) : known;
            if (known != null) {
                contacts.replace(known, met);
            } else if (met.isStored()) {
                entries.add(hash(contact.id()), record);
            }
            for (IdentityKey key : IdentityKey.values()) {
                String value = contact.key(key);
                if (value != null) {
                    entries.add(hash(key, value), record);
                }
            }
        }
        index.add(entries);
    }

    private void meet(int record, Map<UUID, Met> found) {
        if (looked.add(record)) {
            Met met = contacts.read(record);
            records.put(met.contact().id(), record);
            found.put(met.contact().id(), met);
        }
    }

    private int hash(IdentityKey key, String value) {
        long hash = key.ordinal() + 1;
        for (int i = 0; i < value.length(); i++) {
            hash = hash * multiplier + value.charAt(i);
        }
        return spread(hash);
    }

    private static int hash(UUID id) {
        return spread(id.getMostSignificantBits() * 31 + id.getLeastSignificantBits());
    }

    /// Keys that differ little get hashes that differ much.
    private static int spread(long hash) {
        long spread = (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
        return (int) (spread >>> 32);
    }

    @Override
    public void close() {
        try (contacts) {
            index.close();
        }
    }
}
