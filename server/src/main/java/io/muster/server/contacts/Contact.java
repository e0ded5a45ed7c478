package io.muster.server.contacts;

import io.muster.server.access.Sight;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A contact as the API shows it.
///
/// @param phone in E.164
/// @param timezone an IANA name
/// @param country an ISO 3166 code
/// @param owner the id of a member
/// @param team the id of a team
/// @param consentEmail whether the person has given the consent or withdrawn it; null while neither
///   is known
/// @param custom values of custom fields by key; a field without value has no entry
public record Contact(
        UUID id,
        @Nullable String externalId,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String company,
        @Nullable String timezone,
        List<String> tags,
        @Nullable String street,
        @Nullable String city,
        @Nullable String region,
        @Nullable String postalCode,
        @Nullable String country,
        @Nullable String owner,
        @Nullable String team,
        boolean doNotContact,
        @Nullable Boolean consentEmail,
        @Nullable Boolean consentSms,
        @Nullable Boolean consentCall,
        Map<String, Object> custom,
        Instant createdAt,
        Instant updatedAt) {

    /// As somebody sees it: who sees masked values learns neither who it is nor how to reach them,
    /// but where they are from and what they are tagged with.
    public Contact seen(Sight sight) {
        if (sight.isWhole()) {
            return this;
        }
        return new Contact(
                id,
                sight.text(externalId),
                sight.phone(phone),
                sight.email(email),
                sight.name(firstName),
                sight.name(lastName),
                company,
                timezone,
                tags,
                sight.text(street),
                city,
                region,
                sight.text(postalCode),
                country,
                owner,
                team,
                doNotContact,
                consentEmail,
                consentSms,
                consentCall,
                sight.values(custom),
                createdAt,
                updatedAt);
    }

    /// First and last name, empty when there is neither.
    public String fullName() {
        return Stream.of(firstName, lastName)
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /// What to call the contact: its name, else the first thing that tells it apart.
    public String title() {
        String name = fullName();
        return name.isEmpty()
                ? Stream.of(company, email, phone, externalId)
                        .filter(text -> text != null && !text.isEmpty())
                        .findFirst()
                        .orElse(id.toString())
                : name;
    }
}
