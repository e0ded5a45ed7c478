package io.muster.engine.field;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The fields that every contact has. The key is the name in the API, in mappings and in templates.
public enum StandardField {
    EXTERNAL_ID("external_id", 255),
    PHONE("phone", 64),
    EMAIL("email", 254),
    FIRST_NAME("first_name", 255),
    LAST_NAME("last_name", 255),
    /// Not stored: split at its last space into first and last name.
    FULL_NAME("full_name", 511),
    COMPANY("company", 255),
    TIMEZONE("timezone", 64),
    TAGS("tags", 2_000),
    STREET("street", 500),
    CITY("city", 255),
    REGION("region", 255),
    POSTAL_CODE("postal_code", 32),
    COUNTRY("country", 64),
    OWNER("owner", 255),
    TEAM("team", 255),
    DO_NOT_CONTACT("do_not_contact", 16),
    CONSENT_EMAIL("consent_email", 64),
    CONSENT_SMS("consent_sms", 64),
    CONSENT_CALL("consent_call", 64),
    /// Not stored: the country by which the phone numbers of the same row are read.
    PHONE_REGION("phone_region", 64);

    /// What a person has consented to or not, by the way in which they are reached.
    public static final List<StandardField> CONSENTS =
            List.of(CONSENT_EMAIL, CONSENT_SMS, CONSENT_CALL);

    private static final Map<String, StandardField> BY_KEY =
            Arrays.stream(values())
                    .collect(Collectors.toUnmodifiableMap(StandardField::key, Function.identity()));

    private final String key;
    private final int maxLength;

    StandardField(String key, int maxLength) {
        this.key = key;
        this.maxLength = maxLength;
    }

    public String key() {
        return key;
    }

    /// The longest text, in characters, that a cell for this field may hold.
    public int maxLength() {
        return maxLength;
    }

    /// Whether it only says how other cells of its row are read, and nothing about the contact.
    public boolean isHint() {
        return this == PHONE_REGION;
    }

    /// Whether its value tells one contact from another.
    public boolean isKey() {
        return this == EXTERNAL_ID || this == PHONE || this == EMAIL;
    }

    public static Optional<StandardField> byKey(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }
}
