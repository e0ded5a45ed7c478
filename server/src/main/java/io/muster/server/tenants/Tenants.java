package io.muster.server.tenants;

import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.tenants.store.TenantStore;
import java.util.List;
import org.springframework.stereotype.Service;

/// Creates tenants and keeps their settings.
@Service
public class Tenants {
    private static final int MAX_NAME = 200;
    private final TenantTransactions transactions;
    private final TenantStore store;

    Tenants(TenantTransactions transactions, TenantStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /// Creates a tenant with the default settings.
    ///
    /// @throws ApiProblem 422 for a blank name or one over 200 characters, 409 if the id is taken
    public void create(TenantId id, String name) {
        String trimmed = name.strip();
        if (trimmed.isEmpty() || trimmed.length() > MAX_NAME) {
            String message = "A tenant needs a name of 1 to " + MAX_NAME + " characters.";
            throw ApiProblem.unprocessable(
                    message, List.of(new FieldError("/name", "INVALID_NAME", message)));
        }
        transactions.run(
                id,
                () -> {
                    if (!store.insert(id, trimmed)) {
                        throw ApiProblem.conflict("This tenant exists already.");
                    }
                });
    }

    /// @throws ApiProblem 404 if there is none
    public Tenant get(TenantId id) {
        return transactions
                .call(id, () -> store.find(id))
                .orElseThrow(() -> ApiProblem.notFound("tenant"));
    }

    public void change(TenantId id, TenantSettings settings) {
        transactions.run(id, () -> store.update(id, settings));
    }
}
