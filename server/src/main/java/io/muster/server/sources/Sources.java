package io.muster.server.sources;

import io.muster.server.imports.ImportSettings;
import io.muster.server.platform.Ids;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.sources.store.SourceStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The sources of tenants.
@Component
public class Sources {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_-]{0,62}");
    private static final int LONGEST_NAME = 200;
    static final int MOST = 200;

    /// What the log calls rows that no source brought, and addresses that lead elsewhere.
    private static final Set<String> RESERVED = Set.of("file", "campaign", "api", "new");

    private final TenantTransactions transactions;
    private final SourceStore store;
    private final SourceSettings settings;

    Sources(TenantTransactions transactions, SourceStore store, SourceSettings settings) {
        this.transactions = transactions;
        this.store = store;
        this.settings = settings;
    }

    /// By key, from a key on.
    ///
    /// @param after null for the first
    public List<Source> list(TenantId tenant, @Nullable String after, int limit) {
        return transactions.call(tenant, () -> store.list(tenant, after, limit));
    }

    /// @throws ApiProblem 404 if there is none
    public Source get(TenantId tenant, String key) {
        return transactions
                .call(tenant, () -> store.find(tenant, key))
                .orElseThrow(() -> ApiProblem.notFound("source"));
    }

    /// @throws ApiProblem 422 naming all that is wrong, or when there are too many
    public Source create(TenantId tenant, String key, Source.Content content) {
        if (!KEY.matcher(key).matches() || RESERVED.contains(key)) {
            throw refused(
                    "/key",
                    "INVALID_KEY",
                    "A key is 1 to 63 lower-case letters, digits, _ or -, begins with a letter, and is none of: api, campaign, file, new.");
        }
        refuseName(content.name());
        return transactions.call(
                tenant,
                () -> {
                    if (store.count(tenant) >= MOST) {
                        throw refused(
                                "",
                                "TOO_MANY",
                                "There can be %d sources at most. Remove some you do not need."
                                        .formatted(MOST));
                    }
                    ImportSettings checked = settings.checked(tenant, content);
                    UUID id = Ids.next();
                    if (!store.insert(tenant, id, key, content.name().strip(), checked)) {
                        throw refused(
                                "/key", "KEY_TAKEN", "There is a source with this key already.");
                    }
                    return get(tenant, key);
                });
    }

    /// @throws ApiProblem 404 if there is none, 422 naming all that is wrong
    public Source change(TenantId tenant, String key, Source.Content content) {
        refuseName(content.name());
        return transactions.call(
                tenant,
                () -> {
                    Source before = get(tenant, key);
                    store.update(
                            tenant,
                            before.id(),
                            content.name().strip(),
                            settings.checked(tenant, content));
                    return get(tenant, key);
                });
    }

    /// The source as it would be with other content; nothing is saved.
    ///
    /// @throws ApiProblem 422 naming all that is wrong
    public Source imagine(TenantId tenant, Source source, Source.Content content) {
        return new Source(
                source.id(),
                source.key(),
                content.name(),
                settings.checked(tenant, content),
                source.webhookSecret(),
                source.createdAt(),
                source.updatedAt());
    }

    /// What it has pushed stays, in the log and in contacts.
    ///
    /// @throws ApiProblem 404 if there is none
    public void delete(TenantId tenant, String key) {
        if (!transactions.call(tenant, () -> store.delete(tenant, key))) {
            throw ApiProblem.notFound("source");
        }
    }

    private static void refuseName(String name) {
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw refused(
                    "/name",
                    "INVALID_NAME",
                    "A source needs a name of 1 to %d characters.".formatted(LONGEST_NAME));
        }
    }

    private static ApiProblem refused(String pointer, String code, String message) {
        return ApiProblem.unprocessable(message, List.of(new FieldError(pointer, code, message)));
    }
}
