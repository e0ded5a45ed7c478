package io.muster.engine.matching;

import io.muster.engine.field.FieldValue;
import io.muster.engine.field.StandardField;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A contact as the engine sees it: its stored values, without times or history. Immutable.
public final class Contact {
    private final UUID id;
    private final @Nullable String[] texts;
    private final List<String> tags;
    private final boolean doNotContact;
    private final Map<StandardField, Boolean> consents;
    private final Map<String, Object> custom;

    private Contact(
            UUID id,
            @Nullable String[] texts,
            List<String> tags,
            boolean doNotContact,
            Map<StandardField, Boolean> consents,
            Map<String, Object> custom) {
        this.id = id;
        this.texts = texts;
        this.tags = tags;
        this.doNotContact = doNotContact;
        this.consents = consents;
        this.custom = custom;
    }

    public UUID id() {
        return id;
    }

    /// The value of a field that is stored as text; null for one without value.
    public @Nullable String text(StandardField field) {
        return texts[field.ordinal()];
    }

    public @Nullable String key(IdentityKey key) {
        return texts[key.field().ordinal()];
    }

    public List<String> tags() {
        return tags;
    }

    public boolean doNotContact() {
        return doNotContact;
    }

    /// Whether the person has given a consent or withdrawn it; null while neither is known.
    ///
    /// @param field one of [StandardField#CONSENTS]
    public @Nullable Boolean consent(StandardField field) {
        return consents.get(field);
    }

    /// Values of custom fields by key; a field without value has no entry.
    public Map<String, Object> custom() {
        return custom;
    }

    /// The value of any field by its name in the API; null for one without value.
    public @Nullable Object value(String name) {
        StandardField field = StandardField.byKey(name).orElse(null);
        if (field == null) {
            return custom.get(name.substring("cf:".length()));
        }
        return switch (field) {
            case TAGS -> tags;
            case DO_NOT_CONTACT -> doNotContact;
            case CONSENT_EMAIL, CONSENT_SMS, CONSENT_CALL -> consent(field);
            default -> text(field);
        };
    }

    public static Draft create(UUID id) {
        Contact blank =
                new Contact(
                        id,
                        new String[StandardField.values().length],
                        List.of(),
                        false,
                        Map.of(),
                        Map.of());
        return new Draft(blank, true);
    }

    public Draft change() {
        return new Draft(this, false);
    }

    /// A contact in the making. Values are copied only when the first of them changes.
    public static final class Draft {
        private final Contact base;
        private final boolean isNew;
        private @Nullable String @Nullable [] texts;
        private @Nullable List<String> tags;
        private boolean doNotContact;
        private Map<StandardField, Boolean> consents;
        private @Nullable Map<String, Object> custom;

        private Draft(Contact base, boolean isNew) {
            this.base = base;
            this.isNew = isNew;
            this.doNotContact = base.doNotContact;
            this.consents = base.consents;
        }

        /// Whether there was no contact before.
        boolean isNew() {
            return isNew;
        }

        public @Nullable String text(StandardField field) {
            return (texts == null ? base.texts : texts)[field.ordinal()];
        }

        public Draft text(StandardField field, @Nullable String value) {
            if (texts == null) {
                texts = Arrays.copyOf(base.texts, base.texts.length);
            }
            texts[field.ordinal()] = value;
            return this;
        }

        public List<String> tags() {
            return tags == null ? base.tags : tags;
        }

        public Draft tags(List<String> value) {
            tags = List.copyOf(value);
            return this;
        }

        public boolean doNotContact() {
            return doNotContact;
        }

        public Draft doNotContact(boolean value) {
            doNotContact = value;
            return this;
        }

        public @Nullable Boolean consent(StandardField field) {
            return consents.get(field);
        }

        public Draft consent(StandardField field, @Nullable Boolean value) {
            Map<StandardField, Boolean> changed = new EnumMap<>(StandardField.class);
            changed.putAll(consents);
            if (value == null) {
                changed.remove(field);
            } else {
                changed.put(field, value);
            }
            consents = Map.copyOf(changed);
            return this;
        }

        public @Nullable Object custom(String key) {
            return (custom == null ? base.custom : custom).get(key);
        }

        /// @param value any form of it; the canonical one is kept
        public Draft custom(String key, @Nullable Object value) {
            if (custom == null) {
                custom = new TreeMap<>(base.custom);
            }
            if (value == null) {
                custom.remove(key);
            } else {
                custom.put(key, FieldValue.canonical(value));
            }
            return this;
        }

        /// Takes from another contact of the same person what this one lacks: its own values stay,
        /// tags come together, and whoever asked to be left alone or withdrew a consent still has.
        public Draft absorb(Contact other) {
            for (StandardField field : StandardField.values()) {
                if (text(field) == null && other.text(field) != null) {
                    text(field, other.text(field));
                }
            }
            other.custom.forEach((key, value) -> {
                if (custom(key) == null) {
                    custom(key, value);
                }
            });
            for (StandardField consent : StandardField.CONSENTS) {
                Boolean theirs = other.consent(consent);
                if (theirs != null && !Boolean.FALSE.equals(consent(consent))) {
                    consent(consent, theirs);
                }
            }
            Set<String> together = new LinkedHashSet<>(tags());
            together.addAll(other.tags);
            return tags(List.copyOf(together)).doNotContact(doNotContact || other.doNotContact);
        }

        public Contact done() {
            return new Contact(
                    base.id,
                    texts == null ? base.texts : texts,
                    tags(),
                    doNotContact,
                    consents,
                    custom == null ? base.custom : Map.copyOf(custom));
        }
    }
}
