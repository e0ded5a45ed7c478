package io.muster.engine.undo;

import io.muster.engine.field.StandardField;
import io.muster.engine.matching.Contact;
import io.muster.engine.matching.ContactFields;
import io.muster.engine.matching.IdentityKey;
import io.muster.engine.matching.WorkingSet;
import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import io.muster.engine.undo.PastChange.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Undoes the rows of a batch, the newest first; the working set then stands as if each were
/// written back.
///
/// A row is undone as a whole or not at all: half an address of before beside half of today's would
/// be nobody's. It stays when any field it wrote was changed since, even to the same value again.
public final class Unwinder {
    private final long version;
    private final WorkingSet contacts;
    private final Map<UUID, History> histories;
    private final Set<UUID> removedBefore;
    private final Set<UUID> merged;
    private final Map<UUID, List<PastChange>> keptHere = new HashMap<>();
    private final Map<UUID, Contact> restored = new LinkedHashMap<>();
    private final Set<UUID> removed = new LinkedHashSet<>();

    /// @param version that the batch brought about
    /// @param contacts those that the rows are about, and those that hold a key of their former
    ///   values
    /// @param histories of the contacts; none for one that nothing happened to after the batch
    /// @param removedBefore contacts that this undo has removed with rows of other batches
    /// @param merged contacts that have become others since
    public Unwinder(
            long version,
            WorkingSet contacts,
            Map<UUID, History> histories,
            Set<UUID> removedBefore,
            Set<UUID> merged) {
        this.version = version;
        this.contacts = contacts;
        this.histories = histories;
        this.removedBefore = removedBefore;
        this.merged = merged;
    }

    public UndoOutcome undo(WrittenRow row) {
        UndoOutcome outcome =
                switch (row) {
                    case WrittenRow.Made made -> undo(made);
                    case WrittenRow.Changed changed -> undo(changed);
                };
        if (!(outcome instanceof UndoOutcome.Reverted)) {
            keptHere.computeIfAbsent(row.contact(), any -> new ArrayList<>()).add(kept(row));
        }
        return outcome;
    }

    /// Contacts that are to go.
    public Set<UUID> removed() {
        return removed;
    }

    /// Contacts that get former values back.
    public List<Contact> restored() {
        return List.copyOf(restored.values());
    }

    private UndoOutcome undo(WrittenRow.Made row) {
        if (contacts.get(row.contact()) == null) {
            return gone(row);
        }
        List<PastChange> later = later(row);
        return later.isEmpty() ? remove(row) : new UndoOutcome.Kept(changedSince(later));
    }

    private UndoOutcome undo(WrittenRow.Changed row) {
        Contact contact = contacts.get(row.contact());
        if (contact == null) {
            return gone(row);
        }
        if (history(row).isAllOfThisImport() && !keptHere.containsKey(row.contact())) {
            return remove(row);
        }
        Map<String, @Nullable Object> before = row.before();
        if (before == null) {
            return new UndoOutcome.Kept(Info.of(Code.NO_LONGER_KEPT));
        }
        List<Info> changed = changedSince(before.keySet(), later(row));
        if (!changed.isEmpty()) {
            return new UndoOutcome.Kept(changed);
        }
        return restore(contact, before);
    }

    private UndoOutcome restore(Contact contact, Map<String, @Nullable Object> before) {
        Contact former;
        try {
            Contact.Draft draft = contact.change();
            before.forEach((field, value) -> ContactFields.set(draft, field, value));
            former = draft.done();
        } catch (IllegalArgumentException unknown) {
            return new UndoOutcome.Failed(Info.of(Code.NOT_RESTORABLE));
        }
        List<Info> obstacles = obstacles(contact, former);
        if (!obstacles.isEmpty()) {
            return new UndoOutcome.Kept(obstacles);
        }
        contacts.put(former);
        restored.put(former.id(), former);
        return new UndoOutcome.Reverted(lifted(contact, former));
    }

    /// Keys that are another's by now, that nobody may have any more, or that the contact cannot do
    /// without.
    private List<Info> obstacles(Contact now, Contact former) {
        List<Info> obstacles = new ArrayList<>();
        for (IdentityKey key : IdentityKey.values()) {
            String value = former.key(key);
            Contact holder = value == null ? null : contacts.find(key, value);
            if (holder != null && !holder.id().equals(now.id())) {
                // By now it is somebody else's, and must be forgotten with them.
                obstacles.add(Info.of(Code.KEY_TAKEN_SINCE, key.field().key(), null));
            } else if (isErased(key, value, now)) {
                obstacles.add(Info.of(Code.KEY_ERASED_SINCE, key.field().key(), null));
            }
        }
        if (Stream.of(IdentityKey.values()).allMatch(key -> former.key(key) == null)) {
            for (IdentityKey key : IdentityKey.values()) {
                if (now.key(key) != null) {
                    obstacles.add(Info.of(Code.IDENTITY_NEEDED, key.field().key(), now.key(key)));
                }
            }
        }
        return obstacles;
    }

    /// Whether the contact would get a key back whose owner was erased.
    private boolean isErased(IdentityKey key, @Nullable String value, Contact now) {
        return value != null
                && !value.equals(now.key(key))
                && contacts.isErased(one -> one == key ? value : null);
    }

    /// Wishes to be left alone that the import brought in, and that go with it. Others may have
    /// said the same since, which left no trace.
    private static List<Info> lifted(Contact now, Contact former) {
        List<Info> lifted = new ArrayList<>();
        if (now.doNotContact() && !former.doNotContact()) {
            lifted.add(Info.of(Code.WISH_LIFTED, StandardField.DO_NOT_CONTACT.key(), null));
        }
        for (StandardField consent : StandardField.CONSENTS) {
            if (Boolean.FALSE.equals(now.consent(consent))
                    && !Boolean.FALSE.equals(former.consent(consent))) {
                lifted.add(Info.of(Code.WISH_LIFTED, consent.key(), null));
            }
        }
        return lifted;
    }

    private UndoOutcome remove(WrittenRow row) {
        contacts.remove(row.contact());
        restored.remove(row.contact());
        removed.add(row.contact());
        return UndoOutcome.Reverted.PLAINLY;
    }

    private UndoOutcome gone(WrittenRow row) {
        if (removed.contains(row.contact()) || removedBefore.contains(row.contact())) {
            return UndoOutcome.Reverted.PLAINLY;
        }
        return new UndoOutcome.Kept(
                Info.of(merged.contains(row.contact()) ? Code.MERGED_SINCE : Code.CONTACT_GONE));
    }

    private History history(WrittenRow row) {
        return histories.getOrDefault(row.contact(), History.NONE);
    }

    private List<PastChange> later(WrittenRow row) {
        List<PastChange> later = new ArrayList<>(history(row).after(version, row.number()));
        later.addAll(keptHere.getOrDefault(row.contact(), List.of()));
        return later;
    }

    private PastChange kept(WrittenRow row) {
        Set<String> fields =
                switch (row) {
                    case WrittenRow.Made _ -> null;
                    case WrittenRow.Changed changed ->
                            changed.before() == null ? null : changed.before().keySet();
                };
        return new PastChange(
                Origin.THIS_IMPORT,
                version,
                row.number(),
                fields,
                "row " + row.number() + " of this import");
    }

    /// One remark for each field that any of the changes is about, in one order always.
    private static List<Info> changedSince(List<PastChange> changes) {
        Set<@Nullable String> fields = new HashSet<>();
        for (PastChange change : changes) {
            if (change.isOfNoField()) {
                fields.add(null);
            } else {
                fields.addAll(change.fields());
            }
        }
        return fields.stream()
                .sorted(Comparator.nullsFirst(Comparator.naturalOrder()))
                .map(field -> changedSince(field, changes))
                .toList();
    }

    private static List<Info> changedSince(Set<String> fields, List<PastChange> changes) {
        return fields.stream()
                .filter(field -> changes.stream().anyMatch(change -> change.mayConcern(field)))
                .sorted()
                .map(field -> changedSince(field, changes))
                .toList();
    }

    /// Names the last one who changed the field.
    private static Info changedSince(@Nullable String field, List<PastChange> changes) {
        PastChange last =
                changes.stream()
                        .filter(change ->
                                field == null ? change.isOfNoField() : change.mayConcern(field))
                        .reduce((one, other) ->
                                other.isAfter(one.version(), one.row()) ? other : one)
                        .orElseThrow();
        return Info.of(
                Code.CHANGED_SINCE,
                field,
                last.by(),
                "Changed since by " + last.by() + ", so it stays as it is now.");
    }
}
