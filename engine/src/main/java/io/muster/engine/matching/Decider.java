package io.muster.engine.matching;

import io.muster.engine.field.StandardField;
import io.muster.engine.mapping.MappedRow;
import io.muster.engine.mapping.Slot;
import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import io.muster.engine.outcome.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Decides row by row, in file order, what becomes of each; the working set then stands as if the
/// row were written.
public final class Decider {
    private final List<Slot> slots;
    private final MatchOptions options;
    private final Matcher matcher;
    private final Supplier<UUID> ids;
    private final int[] keySlots = new int[IdentityKey.values().length];

    /// @param slots the columns in the order of the candidates' values
    /// @param ids gives the id of each new contact
    public Decider(List<Slot> slots, MatchOptions options, Supplier<UUID> ids) {
        this.slots = slots;
        this.options = options;
        this.matcher = new Matcher(options.matchOn(), options.onConflict());
        this.ids = ids;
        for (IdentityKey key : IdentityKey.values()) {
            keySlots[key.ordinal()] = Slot.indexOf(slots, key.field());
        }
    }

    /// The keys that a row brings, which are what must be looked up for it.
    public Map<IdentityKey, String> keys(MappedRow.Candidate row) {
        Map<IdentityKey, String> keys = new EnumMap<>(IdentityKey.class);
        for (IdentityKey key : IdentityKey.values()) {
            int slot = keySlots[key.ordinal()];
            if (slot >= 0 && row.values()[slot] instanceof String value) {
                keys.put(key, value);
            }
        }
        return keys;
    }

    public Decision decide(MappedRow row, WorkingSet contacts) {
        return switch (row) {
            case MappedRow.Settled settled -> new Decision(settled, settled.outcome(), null);
            case MappedRow.Candidate candidate -> decide(candidate, contacts);
        };
    }

    private Decision decide(MappedRow.Candidate row, WorkingSet contacts) {
        Map<IdentityKey, String> keys = keys(row);
        if (contacts.isErased(keys::get)) {
            return without(row, new Outcome.Skipped(Info.of(Code.ERASED)));
        }
        Info listed = contacts.suppressed(keys::get).map(key -> onList(key, keys)).orElse(null);
        if (listed != null && options.suppressed() == SuppressedPolicy.SKIP) {
            return without(row, new Outcome.Skipped(listed));
        }
        return switch (matcher.match(keys, contacts)) {
            case Match.Conflict(List<Info> info) -> without(row, new Outcome.Failed(info));
            case Match.None(List<Info> left) -> {
                boolean nobody = !left.isEmpty() && left.size() == keys.size();
                yield unmatched(new Placing(row, left, listed), nobody, contacts);
            }
            case Match.One(Contact contact, IdentityKey on, List<Info> left) -> {
                Info suppressed = listed != null ? listed : suppressed(contact, contacts);
                if (suppressed != null && options.suppressed() == SuppressedPolicy.SKIP) {
                    yield without(row, new Outcome.Skipped(suppressed));
                }
                yield matched(new Placing(row, left, suppressed), contact, on, contacts);
            }
        };
    }

    /// @param nobody none of the row's keys may be written, so a contact of it could never be found
    ///   again
    private Decision unmatched(Placing placing, boolean nobody, WorkingSet contacts) {
        MappedRow.Candidate row = placing.row();
        return switch (options.missing()) {
            case SKIP -> without(row, new Outcome.Skipped(Info.of(Code.NO_MATCH_SKIPPED)));
            case CREATE -> {
                if (nobody) {
                    List<Info> info = new ArrayList<>(placing.left());
                    info.add(Info.of(Code.NO_IDENTITY));
                    yield without(row, new Outcome.Failed(List.copyOf(info)));
                }
                Merge merge = placing.write(Contact.create(ids.get()), slots, options.tags());
                Contact created = merge.contact();
                contacts.put(created);
                contacts.placed(created.id(), row.source().number());
                yield new Decision(
                        row,
                        new Outcome.Created(created.id(), placing.info(merge)),
                        new Change.Create(created));
            }
        };
    }

    private Decision matched(
            Placing placing, Contact contact, IdentityKey on, WorkingSet contacts) {
        MappedRow.Candidate row = placing.row();
        OptionalLong earlier = contacts.placedBy(contact.id());
        if (earlier.isPresent()) {
            Info duplicate = duplicateOf(earlier.getAsLong());
            return switch (options.duplicatesInFile()) {
                case MERGE -> update(placing.noting(duplicate), contact, on, contacts);
                case SKIP -> without(row, new Outcome.Skipped(duplicate));
                case FAIL -> without(row, new Outcome.Failed(duplicate));
            };
        }
        return switch (options.existing()) {
            case UPDATE -> update(placing, contact, on, contacts);
            case SKIP -> without(row, new Outcome.Skipped(Info.of(Code.EXISTING_SKIPPED)));
            case FAIL -> without(row, new Outcome.Failed(Info.of(Code.ALREADY_EXISTS)));
        };
    }

    private Decision update(Placing placing, Contact contact, IdentityKey on, WorkingSet contacts) {
        MappedRow.Candidate row = placing.row();
        Merge merge = placing.write(contact.change(), slots, options.tags());
        List<Info> info = placing.info(merge);
        String matchedOn = on.field().key();
        contacts.placed(contact.id(), row.source().number());
        if (merge.before().isEmpty()) {
            return new Decision(row, new Outcome.Unchanged(contact.id(), matchedOn, info), null);
        }
        Contact after = merge.contact();
        contacts.put(after);
        return new Decision(
                row,
                new Outcome.Updated(contact.id(), matchedOn, info),
                new Change.Update(after, merge.before()));
    }

    /// Of the contact it says no more than the field: the row may not know its keys.
    private static @Nullable Info suppressed(Contact contact, WorkingSet contacts) {
        if (contact.doNotContact()) {
            return Info.of(
                    Code.SUPPRESSED,
                    StandardField.DO_NOT_CONTACT.key(),
                    null,
                    "The contact says that it must not be contacted.");
        }
        return contacts.suppressed(contact::key)
                .map(key ->
                        Info.of(
                                Code.SUPPRESSED,
                                key.field().key(),
                                null,
                                "The contact's " + words(key) + " is on the suppression list."))
                .orElse(null);
    }

    private static Info onList(IdentityKey key, Map<IdentityKey, String> keys) {
        return Info.of(
                Code.SUPPRESSED,
                key.field().key(),
                keys.get(key),
                "This " + words(key) + " is on the suppression list.");
    }

    private static String words(IdentityKey key) {
        return key.field().key().replace('_', ' ');
    }

    private static Decision without(MappedRow row, Outcome outcome) {
        return new Decision(row, outcome, null);
    }

    private static Info duplicateOf(long row) {
        return Info.of(
                Code.DUPLICATE_IN_FILE,
                Info.DUPLICATE_OF_ROW,
                Long.toString(row),
                "Row " + row + " of this file is about the same contact.");
    }
}
