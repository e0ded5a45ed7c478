package io.muster.engine.matching;

import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds the contact that a row is about. It never takes a key from one contact for another.
final class Matcher {
    private static final IdentityKey[] KEYS = IdentityKey.values();

    private final List<IdentityKey> matchOn;
    private final ConflictPolicy onConflict;

    Matcher(List<IdentityKey> matchOn, ConflictPolicy onConflict) {
        this.matchOn = List.copyOf(matchOn);
        this.onConflict = onConflict;
    }

    Match match(Map<IdentityKey, String> keys, WorkingSet contacts) {
        Map<IdentityKey, Contact> owners = owners(keys, contacts);
        if (owners.isEmpty()) {
            return new Match.None(List.of());
        }
        IdentityKey on = matchOn.stream().filter(owners::containsKey).findFirst().orElse(null);
        Contact found = on == null ? null : owners.get(on);
        return switch (onConflict) {
            case REJECT_ROW -> {
                List<Info> refused = refused(keys, owners, found);
                yield refused.isEmpty()
                        ? match(found, on, left(keys, owners, found))
                        : new Match.Conflict(refused);
            }
            case DROP_FIELD -> match(found, on, left(keys, owners, found));
        };
    }

    private static Match match(@Nullable Contact found, @Nullable IdentityKey on, List<Info> left) {
        return found == null || on == null ? new Match.None(left) : new Match.One(found, on, left);
    }

    private static Map<IdentityKey, Contact> owners(
            Map<IdentityKey, String> keys, WorkingSet contacts) {
        Map<IdentityKey, Contact> owners = new EnumMap<>(IdentityKey.class);
        keys.forEach((key, value) -> {
            Contact owner = contacts.find(key, value);
            if (owner != null) {
                owners.put(key, owner);
            }
        });
        return owners;
    }

    /// Why the row cannot be placed: its keys select different contacts, or else one belongs to a
    /// contact that it may not select.
    private List<Info> refused(
            Map<IdentityKey, String> keys,
            Map<IdentityKey, Contact> owners,
            @Nullable Contact found) {
        Map<IdentityKey, Contact> selected = new EnumMap<>(owners);
        selected.keySet().retainAll(matchOn);
        if (selected.values().stream().anyMatch(owner -> isOther(owner, found))) {
            String whose =
                    "In this row " + whose(selected) + ". Correct it, or merge the contacts.";
            return selected.keySet().stream()
                    .map(key -> info(Code.MATCH_CONFLICT, key, keys, whose))
                    .toList();
        }
        List<Info> taken = new ArrayList<>();
        owners.forEach((key, owner) -> {
            if (isOther(owner, found)) {
                taken.add(
                        info(
                                Code.KEY_TAKEN,
                                key,
                                keys,
                                "In this row "
                                        + whose(Map.of(key, owner))
                                        + ". Correct it, or match on that key too."));
            }
        });
        return taken;
    }

    /// The keys that must stay as they are: those of other contacts, and former ones of the contact
    /// itself.
    private static List<Info> left(
            Map<IdentityKey, String> keys,
            Map<IdentityKey, Contact> owners,
            @Nullable Contact found) {
        List<Info> left = List.of();
        for (IdentityKey key : KEYS) {
            Contact owner = owners.get(key);
            Code code = owner == null ? null : reason(key, keys, owner, found);
            if (owner != null && code != null) {
                left = left.isEmpty() ? new ArrayList<>() : left;
                left.add(
                        code == Code.MERGED_KEY
                                ? Info.of(code, key.field().key(), keys.get(key))
                                : info(
                                        code,
                                        key,
                                        keys,
                                        "In this row "
                                                + whose(Map.of(key, owner))
                                                + ", and was left with it."));
            }
        }
        return left;
    }

    private static @Nullable Code reason(
            IdentityKey key,
            Map<IdentityKey, String> keys,
            Contact owner,
            @Nullable Contact found) {
        if (isOther(owner, found)) {
            return Code.KEY_BELONGS_TO_OTHER;
        }
        String own = owner.key(key);
        return own == null || own.equals(keys.get(key)) ? null : Code.MERGED_KEY;
    }

    private static boolean isOther(Contact owner, @Nullable Contact found) {
        return found == null || !owner.id().equals(found.id());
    }

    private static String whose(Map<IdentityKey, Contact> owners) {
        return owners.entrySet().stream()
                .map(entry ->
                        "the "
                                + entry.getKey().field().key().replace('_', ' ')
                                + " belongs to contact "
                                + entry.getValue().id())
                .collect(Collectors.joining(", "));
    }

    private static Info info(
            Code code, IdentityKey key, Map<IdentityKey, String> keys, String message) {
        return Info.of(code, key.field().key(), keys.get(key), message);
    }
}
