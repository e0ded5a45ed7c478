package io.muster.server.access;

import static io.muster.server.access.Scope.ACCESS_READ;
import static io.muster.server.access.Scope.ACCESS_WRITE;
import static io.muster.server.access.Scope.AUDIT_READ;
import static io.muster.server.access.Scope.CONTACTS_READ;
import static io.muster.server.access.Scope.CONTACTS_WRITE;
import static io.muster.server.access.Scope.IMPORTS_READ;
import static io.muster.server.access.Scope.IMPORTS_WRITE;
import static io.muster.server.access.Scope.SETTINGS_READ;
import static io.muster.server.access.Scope.SETTINGS_WRITE;
import static io.muster.server.access.Scope.SUPPRESSIONS_READ;
import static io.muster.server.access.Scope.SUPPRESSIONS_WRITE;

import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a member is to a tenant, and so what they may do.
public enum Role {
    ADMIN(
            IMPORTS_READ,
            IMPORTS_WRITE,
            CONTACTS_READ,
            CONTACTS_WRITE,
            SUPPRESSIONS_READ,
            SUPPRESSIONS_WRITE,
            SETTINGS_READ,
            SETTINGS_WRITE,
            ACCESS_READ,
            ACCESS_WRITE,
            AUDIT_READ),
    OPERATOR(
            IMPORTS_READ,
            IMPORTS_WRITE,
            CONTACTS_READ,
            CONTACTS_WRITE,
            SUPPRESSIONS_READ,
            SETTINGS_READ),
    COMPLIANCE(
            IMPORTS_READ,
            CONTACTS_READ,
            SUPPRESSIONS_READ,
            SUPPRESSIONS_WRITE,
            SETTINGS_READ,
            AUDIT_READ),
    VIEWER(IMPORTS_READ, CONTACTS_READ, SUPPRESSIONS_READ, SETTINGS_READ);

    private final Set<Scope> scopes;

    Role(Scope first, Scope... rest) {
        this.scopes = EnumSet.of(first, rest);
    }

    public Set<Scope> scopes() {
        return EnumSet.copyOf(scopes);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }

    /// The role that is written so, if there is one.
    public static Optional<Role> find(String text) {
        return Arrays.stream(values()).filter(role -> role.toString().equals(text)).findFirst();
    }

    /// The role that somebody asks for.
    ///
    /// @throws ApiProblem 422 if none is written so
    public static Role read(String text) {
        return find(text)
                .orElseThrow(() -> {
                    String message =
                            "The roles are "
                                    + Arrays.stream(values())
                                            .map(Role::toString)
                                            .collect(Collectors.joining(", "))
                                    + ".";
                    return ApiProblem.unprocessable(
                            message, List.of(new FieldError("/role", "UNKNOWN_ROLE", message)));
                });
    }

    /// @throws IllegalArgumentException if no role is written so
    public static Role parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /// As it is stored and written in the API.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
