package io.muster.engine.field;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// The rules of one import, one per field. Immutable and safe for use by many threads.
public final class Rules {

    /// The longest text, in characters, that a custom field holds.
    public static final int MAX_CUSTOM_TEXT = 4_000;

    /// The longest option of a choice, in characters.
    public static final int MAX_OPTION = 255;

    private static final int MAX_URL = 2_048;

    private final Map<StandardField, CellRule> byField = new EnumMap<>(StandardField.class);

    public Rules(RuleSettings settings) {
        for (StandardField field : StandardField.values()) {
            byField.put(field, create(field, settings));
        }
    }

    public CellRule of(StandardField field) {
        // Every constant was put in by the constructor; the map cannot say so to the compiler.
        return Objects.requireNonNull(byField.get(field));
    }

    /// The rule of a field for a column that has settings of its own.
    public CellRule of(StandardField field, CellReading reading) {
        return switch (field) {
            case PHONE -> inRegion(of(field), reading);
            case TAGS -> new TagsRule(field.maxLength(), reading.separator());
            case EXTERNAL_ID,
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
                    DO_NOT_CONTACT,
                    CONSENT_EMAIL,
                    CONSENT_SMS,
                    CONSENT_CALL,
                    PHONE_REGION ->
                    of(field);
        };
    }

    /// The rule of a custom field.
    public CellRule of(FieldSpec field, CellReading reading) {
        return switch (field.type()) {
            case TEXT -> new TextRule(MAX_CUSTOM_TEXT);
            case NUMBER -> new NumberRule(reading.decimal());
            case DATE -> new DateRule(reading.dateFormat());
            case YES_NO -> of(StandardField.DO_NOT_CONTACT);
            case CHOICE, CHOICES ->
                    new ChoiceRule(field, reading.separator(), reading.unknownChoice());
            case EMAIL -> of(StandardField.EMAIL);
            case PHONE -> inRegion(of(StandardField.PHONE), reading);
            case URL -> new UrlRule(MAX_URL);
        };
    }

    /// Reads the time zone that goes with a phone number, out of the phone's own cell.
    public CellRule timezoneOf(CellRule phone) {
        return new PhoneTimezoneRule(phone);
    }

    private static CellRule inRegion(CellRule rule, CellReading reading) {
        return reading.region() == null ? rule : rule.in(reading.region());
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
            case TAGS -> new TagsRule(field.maxLength(), Separator.AUTO);
            case COUNTRY, PHONE_REGION -> new CountryRule(settings.language());
            case OWNER -> DirectoryRule.owners(settings.owners());
            case TEAM -> DirectoryRule.teams(settings.teams());
            case DO_NOT_CONTACT -> new YesNoRule();
            case CONSENT_EMAIL, CONSENT_SMS, CONSENT_CALL -> new ConsentRule(new YesNoRule());
        };
    }
}
