package io.muster.server.access;

import java.util.EnumSet;
import java.util.Locale;
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
    ACCESS_WRITE;

    public static Set<Scope> all() {
        return EnumSet.allOf(Scope.class);
    }

    /// @throws IllegalArgumentException if no scope is written so
    public static Scope parse(String text) {
        for (Scope scope : values()) {
            if (scope.toString().equals(text)) {
                return scope;
            }
        }
        throw new IllegalArgumentException("There is no scope " + text);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }
}
