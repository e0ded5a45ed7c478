package io.muster.server.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where people sign in besides. Meaning, default and environment name of each key stand in
/// `application.yml`; a blank value means that a thing is not set.
///
/// @param defaultRole of whoever joins by their domain
@ConfigurationProperties("muster.oidc")
public record OidcProperties(
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable String clientSecret,
        String label,
        @Nullable String allowedDomain,
        Role defaultRole,
        @Nullable UUID tenant) {

    public OidcProperties {
        issuer = unlessBlank(issuer);
        clientId = unlessBlank(clientId);
        clientSecret = unlessBlank(clientSecret);
        allowedDomain = unlessBlank(allowedDomain);
        if (issuer != null && (clientId == null || clientSecret == null)) {
            throw new IllegalArgumentException(
                    "muster.oidc.issuer needs muster.oidc.client-id and muster.oidc.client-secret besides");
        }
    }

    /// Whether people can sign in so.
    public boolean isOn() {
        return issuer != null;
    }

    @Override
    public String toString() {
        return "OidcProperties[issuer=" + issuer + ", clientId=" + clientId + "]";
    }

    private static @Nullable String unlessBlank(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
