package io.muster.engine.matching;

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
        this.matcher = new Matcher(options.matchOn());
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
        return switch (matcher.match(keys(row), contacts)) {
            case Match.Conflict(List<Info> info) -> without(row, new Outcome.Failed(info));
            case Match.None() -> unmatched(row, contacts);
            case Match.One(Contact contact, IdentityKey on) -> matched(row, contact, on, contacts);
        };
    }

    private Decision unmatched(MappedRow.Candidate row, WorkingSet contacts) {
        return switch (options.missing()) {
            case SKIP -> without(row, new Outcome.Skipped(Info.of(Code.NO_MATCH_SKIPPED)));
            case CREATE -> {
                Contact created =
                        new Merge(Contact.create(ids.get()))
                                .apply(slots, row.values())
                                .addTags(options.tags())
                                .contact();
                contacts.put(created);
                contacts.placed(created.id(), row.source().number());
                yield new Decision(
                        row,
                        new Outcome.Created(created.id(), row.warnings()),
                        new Change.Create(created));
            }
        };
    }

    private Decision matched(
            MappedRow.Candidate row, Contact contact, IdentityKey on, WorkingSet contacts) {
        if (contact.doNotContact() && options.suppressed() == SuppressedPolicy.SKIP) {
            return without(row, new Outcome.Skipped(Info.of(Code.SUPPRESSED)));
        }
        OptionalLong earlier = contacts.placedBy(contact.id());
        if (earlier.isPresent()) {
            Info duplicate = duplicateOf(earlier.getAsLong());
            return switch (options.duplicatesInFile()) {
                case MERGE -> update(row, contact, on, contacts, duplicate);
                case SKIP -> without(row, new Outcome.Skipped(duplicate));
                case FAIL -> without(row, new Outcome.Failed(duplicate));
            };
        }
        return switch (options.existing()) {
            case UPDATE -> update(row, contact, on, contacts, null);
            case SKIP -> without(row, new Outcome.Skipped(Info.of(Code.EXISTING_SKIPPED)));
            case FAIL -> without(row, new Outcome.Failed(Info.of(Code.ALREADY_EXISTS)));
        };
    }

    private Decision update(
            MappedRow.Candidate row,
            Contact contact,
            IdentityKey on,
            WorkingSet contacts,
            @Nullable Info note) {
        Merge merge =
                new Merge(contact.change()).apply(slots, row.values()).addTags(options.tags());
        List<Info> info = info(row, merge, note);
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

    private static List<Info> info(MappedRow.Candidate row, Merge merge, @Nullable Info note) {
        if (note == null && merge.leftAlone().isEmpty()) {
            return row.warnings();
        }
        List<Info> info = new ArrayList<>(row.warnings());
        info.addAll(merge.leftAlone());
        if (note != null) {
            info.add(note);
        }
        return info;
    }

    private static Decision without(MappedRow row, Outcome outcome) {
        return new Decision(row, outcome, null);
    }

    private static Info duplicateOf(long row) {
        return Info.of(
                Code.DUPLICATE_IN_FILE,
                null,
                Long.toString(row),
                "Row " + row + " of this file is about the same contact.");
    }
}
