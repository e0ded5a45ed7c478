package io.muster.server.access;

import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Issues the API keys that somebody asks for.
@Service
public class NewKeys {
    private static final int LONGEST_NAME = 200;

    private final ApiKeys keys;
    private final Clock clock;

    NewKeys(ApiKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /// What is asked of a new key.
    ///
    /// @param scopes as they are written in the API
    /// @param expiresAt from when on it is refused, or null for never
    public record Wanted(@Nullable String name, List<String> scopes, @Nullable Instant expiresAt) {

        public Wanted {
            scopes = List.copyOf(scopes);
        }
    }

    /// @throws ApiProblem 422 for a name or a scope that will not do, a scope that the caller does
    ///   not hold, or an end that has passed
    public IssuedKey issue(Caller by, Wanted wanted) {
        String name = wanted.name() == null ? "" : wanted.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw wrong("/name", "INVALID_NAME", "A key needs a name of 1 to 200 characters.");
        }
        Instant end = wanted.expiresAt();
        if (end != null && !end.isAfter(clock.instant())) {
            throw wrong("/expires_at", "EXPIRY_PAST", "This key would have expired already.");
        }
        Set<Scope> scopes = scopes(by, wanted.scopes());
        return keys.issue(by.tenant(), name, scopes, end, by);
    }

    private static Set<Scope> scopes(Caller by, List<String> texts) {
        var scopes = EnumSet.noneOf(Scope.class);
        for (int i = 0; i < texts.size(); i++) {
            scopes.add(scope(by, texts.get(i), "/scopes/" + i));
        }
        if (scopes.isEmpty()) {
            throw wrong(
                    "/scopes",
                    "MISSING_SCOPES",
                    "A key needs one scope at least, of " + names(Scope.all()) + ".");
        }
        return scopes;
    }

    private static Scope scope(Caller by, String text, String pointer) {
        Scope scope =
                Scope.find(text)
                        .orElseThrow(() ->
                                wrong(
                                        pointer,
                                        "UNKNOWN_SCOPE",
                                        "The scopes are " + names(Scope.all()) + "."));
        Grants.check(by, scope, pointer);
        return scope;
    }

    private static String names(Collection<Scope> scopes) {
        return scopes.stream().map(Scope::toString).collect(Collectors.joining(", "));
    }

    private static ApiProblem wrong(String pointer, String code, String message) {
        return ApiProblem.unprocessable(message, List.of(new FieldError(pointer, code, message)));
    }
}
