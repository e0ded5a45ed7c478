package io.muster.server.access.rest;

import io.muster.server.access.ApiKey;
import io.muster.server.access.ApiKeys;
import io.muster.server.access.Caller;
import io.muster.server.access.NewKeys;
import io.muster.server.access.Scope;
import io.muster.server.platform.web.Cursor;
import io.muster.server.platform.web.Page;
import io.muster.server.platform.web.Paging;
import java.time.Instant;
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
    private final NewKeys newKeys;

    ApiKeysController(ApiKeys keys, NewKeys newKeys) {
        this.keys = keys;
        this.newKeys = newKeys;
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
    ///
    /// @param prefix its first characters
    /// @param createdBy who made it; null where the installation did
    /// @param lastUsedAt to the minute
    record ListedKey(
            UUID id,
            String name,
            String prefix,
            List<String> scopes,
            @Nullable String createdBy,
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
                    key.createdBy(),
                    key.createdAt(),
                    key.expiresAt(),
                    key.revokedAt(),
                    key.lastUsedAt());
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    IssuedKey issue(Caller caller, @RequestBody NewKey wanted) {
        List<String> scopes = wanted.scopes() == null ? List.of() : wanted.scopes();
        var issued =
                newKeys.issue(
                        caller, new NewKeys.Wanted(wanted.name(), scopes, wanted.expiresAt()));
        return new IssuedKey(
                issued.id(),
                issued.name(),
                names(issued.scopes()),
                issued.expiresAt(),
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

    private static List<String> names(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::toString).toList();
    }
}
