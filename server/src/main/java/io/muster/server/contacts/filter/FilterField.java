package io.muster.server.contacts.filter;

import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.StandardField;
import java.util.Locale;

/// A field of contacts that conditions can be about.
public sealed interface FilterField {

    /// As the API writes it: `company`, `cf:plan`, `created_at`.
    String name();

    FieldKind kind();

    /// One that every contact has.
    record Standard(StandardField field) implements FilterField {

        public Standard {
            if (field == StandardField.FULL_NAME || field.isHint()) {
                throw new IllegalArgumentException("Contacts do not hold " + field.key());
            }
        }

        @Override
        public String name() {
            return field.key();
        }

        @Override
        public FieldKind kind() {
            return switch (field) {
                case EXTERNAL_ID, PHONE, EMAIL, TIMEZONE -> FieldKind.KEY;
                case COUNTRY, OWNER, TEAM -> FieldKind.CHOICE;
                case TAGS -> FieldKind.SET;
                case DO_NOT_CONTACT -> FieldKind.FLAG;
                case CONSENT_EMAIL, CONSENT_SMS, CONSENT_CALL -> FieldKind.YES_NO;
                case FIRST_NAME,
                        LAST_NAME,
                        FULL_NAME,
                        COMPANY,
                        STREET,
                        CITY,
                        REGION,
                        POSTAL_CODE,
                        PHONE_REGION ->
                        FieldKind.TEXT;
            };
        }
    }

    /// When something happened to the contact.
    record Moment(Happened happened) implements FilterField {

        @Override
        public String name() {
            return happened.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public FieldKind kind() {
            return FieldKind.TIME;
        }
    }

    /// What happens to every contact.
    enum Happened {
        CREATED_AT,
        UPDATED_AT
    }

    /// One that the tenant has defined.
    record Custom(String key, FieldSpec spec) implements FilterField {

        @Override
        public String name() {
            return "cf:" + key;
        }

        @Override
        public FieldKind kind() {
            return switch (spec.type()) {
                case TEXT -> FieldKind.TEXT;
                case EMAIL, PHONE, URL -> FieldKind.KEY;
                case NUMBER -> FieldKind.NUMBER;
                case DATE -> FieldKind.DATE;
                case YES_NO -> FieldKind.YES_NO;
                case CHOICE -> FieldKind.CHOICE;
                case CHOICES -> FieldKind.SET;
            };
        }
    }
}
