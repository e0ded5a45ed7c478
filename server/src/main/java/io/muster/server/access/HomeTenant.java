package io.muster.server.access;

import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The tenant that the operator sends people of their own domain to.
@Component
final class HomeTenant {
    private final OidcProperties properties;
    private final TenantTransactions transactions;

    HomeTenant(OidcProperties properties, TenantTransactions transactions) {
        this.properties = properties;
        this.transactions = transactions;
    }

    /// The one that was named, else the only one there is.
    Optional<TenantId> find() {
        UUID named = properties.tenant();
        if (named != null) {
            return Optional.of(new TenantId(named));
        }
        List<TenantId> all = new ArrayList<>();
        transactions.forEach(all::add);
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /// Where everybody with such an email may come in without an invitation, if anywhere.
    Optional<TenantId> of(String email) {
        String domain = properties.allowedDomain();
        return domain != null && email.endsWith("@" + domain.toLowerCase(Locale.ROOT))
                ? find()
                : Optional.empty();
    }

    Role role() {
        return properties.defaultRole();
    }
}
