package io.muster.engine.field;

import java.util.HashMap;
import java.util.Map;

/// The corrections that fields have: mail addresses, countries, time zones and choices.
public final class Corrections {

    private Corrections() {}

    public static Correction of(StandardField field) {
        return switch (field) {
            case EMAIL -> MailCorrection.INSTANCE;
            case COUNTRY, PHONE_REGION -> Countries.CORRECTION;
            case TIMEZONE -> Zones.CORRECTION;
            case EXTERNAL_ID,
                    PHONE,
                    FIRST_NAME,
                    LAST_NAME,
                    FULL_NAME,
                    COMPANY,
                    STREET,
                    CITY,
                    REGION,
                    POSTAL_CODE,
                    TAGS,
                    OWNER,
                    TEAM,
                    CONSENT_EMAIL,
                    CONSENT_SMS,
                    CONSENT_CALL,
                    DO_NOT_CONTACT ->
                    Correction.NONE;
        };
    }

    /// @param field what a custom field holds
    public static Correction of(FieldSpec field) {
        return switch (field.type()) {
            case EMAIL -> MailCorrection.INSTANCE;
            case CHOICE -> choice(field);
            case TEXT, NUMBER, DATE, YES_NO, CHOICES, PHONE, URL -> Correction.NONE;
        };
    }

    private static Correction choice(FieldSpec field) {
        Map<String, String> options = new HashMap<>();
        field.options().forEach(option -> options.put(PlainWords.of(option), option));
        return new NearestName(options, field.options()::contains);
    }

    // Made when first asked for: most imports need no correction.

    private static final class Countries {
        private static final Correction CORRECTION = CountryRule.correction();
    }

    private static final class Zones {
        private static final Correction CORRECTION = TimezoneRule.correction();
    }
}
