package io.muster.engine.field;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The rules of one import, one per field. Immutable and safe for use by many threads.
public final class Rules {

    /// The longest text, in characters, that a custom field holds.
    public static final int MAX_CUSTOM_TEXT = 4_000;

    private static final Set<FieldType> SUPPORTED =
            Set.of(FieldType.TEXT, FieldType.EMAIL, FieldType.PHONE, FieldType.YES_NO);

    private final Map<StandardField, CellRule> byField = new EnumMap<>(StandardField.class);

    public Rules(RuleSettings settings) {
        for (StandardField field : StandardField.values()) {
            byField.put(field, create(field, settings));
        }
    }

    /// The types of custom field that have a rule; a field of another type cannot be made yet.
    public static Set<FieldType> supported() {
        return SUPPORTED;
    }

    public CellRule of(StandardField field) {
        // Every constant was put in by the constructor; the map cannot say so to the compiler.
        return Objects.requireNonNull(byField.get(field));
    }

    /// The rule of custom fields of one type.
    ///
    /// @param type one of [#supported()]
    /// @throws IllegalArgumentException for any other: no such field can exist
    public CellRule of(FieldType type) {
        return switch (type) {
            case TEXT -> new TextRule(MAX_CUSTOM_TEXT);
            case EMAIL -> of(StandardField.EMAIL);
            case PHONE -> of(StandardField.PHONE);
            case YES_NO -> of(StandardField.DO_NOT_CONTACT);
            case NUMBER, DATE, CHOICE, CHOICES, URL ->
                    throw new IllegalArgumentException("No custom field can be of type " + type);
        };
    }

    private static CellRule create(StandardField field, RuleSettings settings) {
        return switch (field) {
            case EXTERNAL_ID -> new ExternalIdRule(field.maxLength());
            case PHONE -> new PhoneRule(field.maxLength(), settings.defaultRegion());
            case EMAIL -> new EmailRule(field.maxLength());
            case FIRST_NAME, LAST_NAME, COMPANY, STREET, CITY, REGION, POSTAL_CODE ->
                    new TextRule(field.maxLength());
            case FULL_NAME -> new FullNameRule(field.maxLength());
            case TIMEZONE -> new TimezoneRule();
            case TAGS -> new TagsRule(field.maxLength());
            case COUNTRY -> new CountryRule(settings.language());
            case OWNER -> new OwnerRule(settings.owners());
            case DO_NOT_CONTACT -> new YesNoRule();
        };
    }
}
