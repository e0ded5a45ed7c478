package io.muster.engine.matching;

import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the contact that a row is about. It never guesses between two, and never takes a key from
/// one.
final class Matcher {
    private final List<IdentityKey> matchOn;
    private final List<IdentityKey> others;

    Matcher(List<IdentityKey> matchOn) {
        this.matchOn = List.copyOf(matchOn);
        this.others =
                List.of(IdentityKey.values()).stream()
                        .filter(key -> !matchOn.contains(key))
                        .toList();
    }

    Match match(Map<IdentityKey, String> keys, WorkingSet contacts) {
        Contact found = null;
        IdentityKey on = null;
        boolean conflict = false;
        for (IdentityKey key : matchOn) {
            Contact hit = find(key, keys, contacts);
            if (hit == null) {
                continue;
            }
            if (found == null) {
                found = hit;
                on = key;
            } else if (!found.id().equals(hit.id())) {
                conflict = true;
            }
        }
        if (conflict) {
            return new Match.Conflict(conflictInfo(keys, contacts));
        }
        List<Info> taken = taken(keys, contacts, found);
        if (!taken.isEmpty()) {
            return new Match.Conflict(taken);
        }
        return found == null || on == null ? new Match.None() : new Match.One(found, on);
    }

    private static @Nullable Contact find(
            IdentityKey key, Map<IdentityKey, String> keys, WorkingSet contacts) {
        String value = keys.get(key);
        return value == null ? null : contacts.find(key, value);
    }

    private List<Info> conflictInfo(Map<IdentityKey, String> keys, WorkingSet contacts) {
        Map<IdentityKey, Contact> hits = new EnumMap<>(IdentityKey.class);
        for (IdentityKey key : matchOn) {
            Contact hit = find(key, keys, contacts);
            if (hit != null) {
                hits.put(key, hit);
            }
        }
        List<Info> info = new ArrayList<>();
        hits.forEach((key, contact) ->
                info.add(
                        Info.of(
                                Code.MATCH_CONFLICT,
                                key.field().key(),
                                keys.get(key),
                                "This "
                                        + name(key)
                                        + " belongs to contact "
                                        + contact.id()
                                        + ", another key of the row to a different one. Correct the row, or merge the contacts.")));
        return info;
    }

    private List<Info> taken(
            Map<IdentityKey, String> keys, WorkingSet contacts, @Nullable Contact found) {
        List<Info> info = List.of();
        for (IdentityKey key : others) {
            Contact owner = find(key, keys, contacts);
            if (owner != null && (found == null || !owner.id().equals(found.id()))) {
                info = info.isEmpty() ? new ArrayList<>() : info;
                info.add(
                        Info.of(
                                Code.KEY_TAKEN,
                                key.field().key(),
                                keys.get(key),
                                "This "
                                        + name(key)
                                        + " belongs to contact "
                                        + owner.id()
                                        + ". Correct it, or match on that key too."));
            }
        }
        return info;
    }

    private static String name(IdentityKey key) {
        return key.field().key().replace('_', ' ');
    }
}
