package io.muster.engine.mapping;

import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.FieldType;
import io.muster.engine.field.StandardField;
import java.util.Map;
import java.util.Optional;

/// The sets from which the values of some fields must come.
public enum ValueSet {
    TIME_ZONES,
    COUNTRIES,
    MEMBERS,
    TEAMS,
    YES_NO,
    CONSENTS,
    OPTIONS;

    /// The set of a column's field; empty for one that takes what comes.
    ///
    /// @param fields what the tenant's custom fields hold, by key
    public static Optional<ValueSet> of(Target target, Map<String, FieldSpec> fields) {
        return switch (target) {
            case Target.Skip() -> Optional.empty();
            case Target.Standard(StandardField field) -> of(field);
            case Target.Custom _, Target.NewCustom _ ->
                    ColumnRules.spec(target, fields).flatMap(spec -> of(spec.type()));
        };
    }

    private static Optional<ValueSet> of(StandardField field) {
        return switch (field) {
            case TIMEZONE -> Optional.of(TIME_ZONES);
            case COUNTRY, PHONE_REGION -> Optional.of(COUNTRIES);
            case OWNER -> Optional.of(MEMBERS);
            case TEAM -> Optional.of(TEAMS);
            case DO_NOT_CONTACT -> Optional.of(YES_NO);
            case CONSENT_EMAIL, CONSENT_SMS, CONSENT_CALL -> Optional.of(CONSENTS);
            case EXTERNAL_ID,
                    PHONE,
                    EMAIL,
                    FIRST_NAME,
                    LAST_NAME,
                    FULL_NAME,
                    COMPANY,
                    TAGS,
                    STREET,
                    CITY,
                    REGION,
                    POSTAL_CODE ->
                    Optional.empty();
        };
    }

    private static Optional<ValueSet> of(FieldType type) {
        return switch (type) {
            case YES_NO -> Optional.of(YES_NO);
            case CHOICE, CHOICES -> Optional.of(OPTIONS);
            case TEXT, NUMBER, DATE, EMAIL, PHONE, URL -> Optional.empty();
        };
    }
}
