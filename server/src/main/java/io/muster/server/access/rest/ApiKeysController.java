package io.muster.server.access.rest;

import io.muster.server.access.ApiKey;
import io.muster.server.access.ApiKeys;
import io.muster.server.access.Caller;
import io.muster.server.access.Scope;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.Cursor;
import io.muster.server.platform.web.FieldError;
import io.muster.server.platform.web.Page;
import io.muster.server.platform.web.Paging;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Lets a tenant keep its API keys.
@RestController
@RequestMapping("/api/v1/api-keys")
class ApiKeysController {
    private static final String LIST = "api-keys";
    private final ApiKeys keys;

    ApiKeysController(ApiKeys keys) {
        this.keys = keys;
    }

    /// What is asked of a new key.
    ///
    /// @param expiresAt from when on it is refused; absent for never
    record NewKey(
            @Nullable String name, @Nullable List<String> scopes, @Nullable Instant expiresAt) {}

    /// A new key, with the secret that is shown this once.
    record IssuedKey(
            UUID id, String name, List<String> scopes, @Nullable Instant expiresAt, String apiKey) {
        @Override
        public String toString() {
            return "IssuedKey[" + id + "]";
        }
    }

    /// A key as it is listed.
    record ListedKey(
            UUID id,
            String name,
            String prefix,
            List<String> scopes,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt,
            @Nullable Instant lastUsedAt) {

        static ListedKey of(ApiKey key) {
            return new ListedKey(
                    key.id(),
                    key.name(),
                    key.prefix(),
                    names(key.scopes()),
                    key.createdAt(),
                    key.expiresAt(),
                    key.revokedAt(),
                    key.lastUsedAt());
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    IssuedKey issue(Caller caller, @RequestBody NewKey wanted) {
        String name = wanted.name();
        if (name == null || name.isBlank() || name.length() > 200) {
            throw wrong("/name", "INVALID_NAME", "A key needs a name of 1 to 200 characters.");
        }
        Set<Scope> scopes = scopes(caller, wanted.scopes());
        var issued = keys.issue(caller.tenant(), name.strip(), scopes, wanted.expiresAt());
        return new IssuedKey(
                issued.id(),
                name.strip(),
                names(scopes),
                wanted.expiresAt(),
                issued.secret().text());
    }

    @GetMapping
    Page<ListedKey> list(Caller caller, Paging paging) {
        var cursor = paging.cursor();
        UUID after = cursor == null ? null : cursor.id(LIST);
        List<ApiKey> fetched = keys.list(caller.tenant(), after, paging.fetch());
        return Page.of(fetched, paging, key -> Cursor.of(LIST, key.id())).map(ListedKey::of);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Caller caller, @PathVariable UUID id) {
        keys.revoke(caller.tenant(), id);
    }

    private static Set<Scope> scopes(Caller caller, @Nullable List<String> wanted) {
        var scopes = EnumSet.noneOf(Scope.class);
        List<String> texts = wanted == null ? List.of() : wanted;
        for (int i = 0; i < texts.size(); i++) {
            scopes.add(scope(caller, texts.get(i), "/scopes/" + i));
        }
        if (scopes.isEmpty()) {
            throw wrong(
                    "/scopes",
                    "MISSING_SCOPES",
                    "A key needs one scope at least, of " + names(Scope.all()) + ".");
        }
        return scopes;
    }

    private static Scope scope(Caller caller, String text, String pointer) {
        Scope scope =
                Scope.find(text)
                        .orElseThrow(() ->
                                wrong(
                                        pointer,
                                        "UNKNOWN_SCOPE",
                                        "The scopes are " + names(Scope.all()) + "."));
        if (!caller.may(scope)) {
            throw wrong(
                    pointer,
                    "SCOPE_NOT_HELD",
                    "Nobody can give a scope they do not have: " + scope);
        }
        return scope;
    }

    private static List<String> names(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::toString).toList();
    }

    private static ApiProblem wrong(String pointer, String code, String message) {
        return ApiProblem.unprocessable(message, List.of(new FieldError(pointer, code, message)));
    }
}
