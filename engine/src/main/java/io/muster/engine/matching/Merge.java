package io.muster.engine.matching;

import io.muster.engine.field.FullName;
import io.muster.engine.field.StandardField;
import io.muster.engine.mapping.BlankPolicy;
import io.muster.engine.mapping.MappedRow;
import io.muster.engine.mapping.Slot;
import io.muster.engine.mapping.Target;
import io.muster.engine.mapping.WritePolicy;
import io.muster.engine.outcome.Info;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Writes the values of a row into a contact, as far as the columns' policies allow, and notes what
/// changed.
final class Merge {
    private final Contact.Draft draft;
    private final Flags flags;
    private final Map<String, @Nullable Object> before = new TreeMap<>();
    private final List<Info> leftAlone = new ArrayList<>();

    Merge(Contact.Draft draft) {
        this.draft = draft;
        this.flags = new Flags(draft);
    }

    Merge apply(List<Slot> slots, @Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            Slot slot = slots.get(i);
            Object value = values[i];
            if (slot.isHint()) {
                continue;
            }
            if (value == MappedRow.DROPPED) {
                continue;
            }
            if (value != null) {
                write(slot, value);
            } else if (slot.blank() == BlankPolicy.CLEAR) {
                clear(slot);
            }
        }
        return this;
    }

    Merge addTags(List<String> tags) {
        if (!tags.isEmpty()) {
            tags(with(draft.tags(), tags));
        }
        return this;
    }

    /// Notes that the person must not be contacted.
    Merge flag() {
        if (!draft.doNotContact()) {
            draft.doNotContact(true);
            noteFormer(StandardField.DO_NOT_CONTACT.key(), false);
        }
        return this;
    }

    Contact contact() {
        return draft.done();
    }

    /// The former value of each field that holds another one now, by the field's name in the API;
    /// nothing for a new contact, which had none.
    Map<String, @Nullable Object> before() {
        // A field that one column changed and another changed back has not changed.
        before.entrySet()
                .removeIf(entry ->
                        Objects.equals(entry.getValue(), ContactFields.get(draft, entry.getKey())));
        return before;
    }

    /// The first former value counts, also when it was none.
    private void noteFormer(String field, @Nullable Object former) {
        if (!draft.isNew() && !before.containsKey(field)) {
            before.put(field, former);
        }
    }

    /// What the row asked for and an import may not do.
    List<Info> leftAlone() {
        return leftAlone;
    }

    private void write(Slot slot, Object value) {
        switch (slot.target()) {
            case Target.Standard standard -> write(slot, standard.field(), value);
            case Target.Custom field -> custom(slot, field.key(), value);
            case Target.NewCustom field -> custom(slot, field.key(), value);
            case Target.Skip() -> {}
        }
    }

    @SuppressWarnings("unchecked")
    private void write(Slot slot, StandardField field, Object value) {
        switch (field) {
            case TAGS -> writeTags(slot, (List<String>) value);
            case DO_NOT_CONTACT, CONSENT_EMAIL, CONSENT_SMS, CONSENT_CALL ->
                    flag(slot, field, value);
            case FULL_NAME -> {
                FullName name = FullName.split((String) value);
                text(slot, StandardField.FIRST_NAME, name.first());
                if (!name.last().isEmpty()) {
                    text(slot, StandardField.LAST_NAME, name.last());
                }
            }
            default -> text(slot, field, (String) value);
        }
    }

    private void clear(Slot slot) {
        switch (slot.target()) {
            case Target.Standard standard -> {
                switch (standard.field()) {
                    case TAGS -> tags(List.of());
                    case DO_NOT_CONTACT, CONSENT_EMAIL, CONSENT_SMS, CONSENT_CALL ->
                            keepFlag(standard.field());
                    case FULL_NAME -> {
                        text(StandardField.FIRST_NAME, null);
                        text(StandardField.LAST_NAME, null);
                    }
                    default -> text(standard.field(), null);
                }
            }
            case Target.Custom field -> custom(field.key(), null);
            case Target.NewCustom field -> custom(field.key(), null);
            case Target.Skip() -> {}
        }
    }

    private void text(Slot slot, StandardField field, String value) {
        if (slot.write() == WritePolicy.ALWAYS || draft.text(field) == null) {
            text(field, value);
        }
    }

    private void text(StandardField field, @Nullable String value) {
        String former = draft.text(field);
        if (!Objects.equals(former, value)) {
            draft.text(field, value);
            noteFormer(field.key(), former);
        }
    }

    private void custom(Slot slot, String key, Object value) {
        if (slot.write() == WritePolicy.ALWAYS || draft.custom(key) == null) {
            custom(key, value);
        }
    }

    private void custom(String key, @Nullable Object value) {
        Object former = draft.custom(key);
        if (!Objects.equals(former, value)) {
            draft.custom(key, value);
            noteFormer("cf:" + key, former);
        }
    }

    private void writeTags(Slot slot, List<String> value) {
        if (slot.write() == WritePolicy.IF_EMPTY && !draft.tags().isEmpty()) {
            return;
        }
        tags(
                switch (slot.tags()) {
                    case APPEND -> with(draft.tags(), value);
                    case REPLACE -> value;
                    case REMOVE ->
                            draft.tags().stream().filter(tag -> !value.contains(tag)).toList();
                });
    }

    private void tags(List<String> value) {
        List<String> former = draft.tags();
        if (!former.equals(value)) {
            draft.tags(value);
            noteFormer(StandardField.TAGS.key(), former);
        }
    }

    /// A plain no is content with a consent that was withdrawn, not with one that was given.
    private void flag(Slot slot, StandardField field, Object value) {
        Boolean stored = flags.of(field);
        Boolean wanted = Flags.wanted(value);
        if (stored == null && wanted != null) {
            Object former = ContactFields.get(draft, field.key());
            flags.set(field, wanted);
            noteFormer(field.key(), former);
        } else if (stored != null
                && stored != Boolean.TRUE.equals(wanted)
                && slot.write() == WritePolicy.ALWAYS) {
            leftAlone.add(Flags.notLifted(field, stored));
        }
    }

    private void keepFlag(StandardField field) {
        Boolean stored = flags.of(field);
        if (stored != null) {
            leftAlone.add(Flags.notLifted(field, stored));
        }
    }

    private static List<String> with(List<String> tags, List<String> more) {
        Set<String> all = new LinkedHashSet<>(tags);
        all.addAll(more);
        return List.copyOf(all);
    }
}
