package io.muster.server.tenants;

import java.util.List;

/// What a tenant's imports start from, unless an import says otherwise.
///
/// @param defaultRegion ISO 3166 code of the country that phone numbers without a prefix belong to
/// @param language ISO 639 code of the language of names and messages
/// @param required the fields that a row needs, by their names in the API
public record TenantSettings(String defaultRegion, String language, List<String> required) {

    public TenantSettings {
        required = List.copyOf(required);
    }
}
