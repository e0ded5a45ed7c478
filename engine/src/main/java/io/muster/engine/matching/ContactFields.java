package io.muster.engine.matching;

import io.muster.engine.field.StandardField;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The values of a contact by their fields' names in the API, as before-images hold them.
public final class ContactFields {
    private static final String CUSTOM = "cf:";

    private ContactFields() {}

    /// @param name of a standard field, or `cf:` and the key of a custom one
    /// @throws IllegalArgumentException when there is no such field
    public static @Nullable Object get(Contact.Draft draft, String name) {
        if (name.startsWith(CUSTOM)) {
            return draft.custom(name.substring(CUSTOM.length()));
        }
        StandardField field = standard(name);
        return switch (field) {
            case TAGS -> draft.tags();
            case DO_NOT_CONTACT -> draft.doNotContact();
            case CONSENT_EMAIL, CONSENT_SMS, CONSENT_CALL -> draft.consent(field);
            case EXTERNAL_ID,
                    PHONE,
                    EMAIL,
                    FIRST_NAME,
                    LAST_NAME,
                    FULL_NAME,
                    COMPANY,
                    TIMEZONE,
                    STREET,
                    CITY,
                    REGION,
                    POSTAL_CODE,
                    COUNTRY,
                    OWNER,
                    TEAM,
                    PHONE_REGION ->
                    draft.text(field);
        };
    }

    /// @param value as [#get] gave it, whatever form it had in between
    /// @throws IllegalArgumentException when there is no such field, or it holds no such values
    public static void set(Contact.Draft draft, String name, @Nullable Object value) {
        if (name.startsWith(CUSTOM)) {
            draft.custom(name.substring(CUSTOM.length()), value);
            return;
        }
        StandardField field = standard(name);
        switch (field) {
            case TAGS -> draft.tags(texts(value));
            case DO_NOT_CONTACT -> draft.doNotContact(Boolean.TRUE.equals(flag(value)));
            case CONSENT_EMAIL, CONSENT_SMS, CONSENT_CALL -> draft.consent(field, flag(value));
            case EXTERNAL_ID,
                    PHONE,
                    EMAIL,
                    FIRST_NAME,
                    LAST_NAME,
                    FULL_NAME,
                    COMPANY,
                    TIMEZONE,
                    STREET,
                    CITY,
                    REGION,
                    POSTAL_CODE,
                    COUNTRY,
                    OWNER,
                    TEAM,
                    PHONE_REGION ->
                    draft.text(field, text(value));
        }
    }

    /// The former value of each field that holds another one now.
    public static Map<String, @Nullable Object> changed(Contact before, Contact after) {
        Contact.Draft former = before.change();
        Contact.Draft current = after.change();
        Map<String, @Nullable Object> changed = new TreeMap<>();
        for (String name : names(before, after)) {
            Object value = get(former, name);
            if (!Objects.equals(value, get(current, name))) {
                changed.put(name, value);
            }
        }
        return changed;
    }

    private static Set<String> names(Contact one, Contact other) {
        Set<String> names = new TreeSet<>();
        for (StandardField field : StandardField.values()) {
            names.add(field.key());
        }
        one.custom().keySet().forEach(key -> names.add(CUSTOM + key));
        other.custom().keySet().forEach(key -> names.add(CUSTOM + key));
        return names;
    }

    private static StandardField standard(String name) {
        return StandardField.byKey(name)
                .orElseThrow(() -> new IllegalArgumentException("There is no field " + name));
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw new IllegalArgumentException("Not a text");
    }

    private static @Nullable Boolean flag(@Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        throw new IllegalArgumentException("Not a flag");
    }

    private static List<String> texts(@Nullable Object value) {
        if (value instanceof List<?> several) {
            return several.stream().map(Object::toString).toList();
        }
        throw new IllegalArgumentException("Not a list of texts");
    }
}
