package io.muster.server.access;

import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import java.util.List;

/// Nobody can give what they do not have.
final class Grants {
    private Grants() {}

    /// @throws ApiProblem 422 if the role may more than whoever gives it
    static void check(Caller by, Role role) {
        role.scopes().stream()
                .filter(scope -> !by.may(scope))
                .findFirst()
                .ifPresent(missing -> {
                    throw refused(
                            "/role", "A role cannot be given by somebody who may not " + missing);
                });
    }

    /// @throws ApiProblem 422 if whoever gives the scope does not hold it
    static void check(Caller by, Scope scope, String pointer) {
        if (!by.may(scope)) {
            throw refused(pointer, "Nobody can give a scope they do not have: " + scope);
        }
    }

    private static ApiProblem refused(String pointer, String message) {
        return ApiProblem.unprocessable(
                message, List.of(new FieldError(pointer, "SCOPE_NOT_HELD", message)));
    }
}
