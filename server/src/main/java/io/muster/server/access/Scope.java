package io.muster.server.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Something a caller may be allowed to do; written `imports:write` in the API.
public enum Scope {
    IMPORTS_READ,
    IMPORTS_WRITE,
    CONTACTS_READ,
    CONTACTS_WRITE,
    SUPPRESSIONS_READ,
    SUPPRESSIONS_WRITE,
    /// Fields, saved mappings, sources, webhooks, the tenant's defaults.
    SETTINGS_READ,
    SETTINGS_WRITE,
    /// Members and API keys.
    ACCESS_READ,
    ACCESS_WRITE,
    /// Who changed what and took what away. Nobody writes it.
    AUDIT_READ;

    public static Set<Scope> all() {
        return EnumSet.allOf(Scope.class);
    }

    /// The scope that is written so, if there is one.
    public static Optional<Scope> find(String text) {
        return Arrays.stream(values()).filter(scope -> scope.toString().equals(text)).findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }
}
