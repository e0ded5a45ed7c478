package io.muster.server.access;

import io.muster.engine.field.Directory;
import io.muster.server.access.store.MemberStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Finds members by what a file calls them.
@Component
public class MemberDirectory {
    private final TenantTransactions transactions;
    private final MemberStore members;

    MemberDirectory(TenantTransactions transactions, MemberStore members) {
        this.transactions = transactions;
        this.members = members;
    }

    /// The members of a tenant as they are now, by id, email and name; a name that two members
    /// share finds neither.
    public Directory of(TenantId tenant) {
        List<MemberCaller> all = transactions.call(tenant, () -> members.all(tenant));
        Map<String, Optional<String>> found = new HashMap<>();
        for (MemberCaller member : all) {
            Optional<String> id = Optional.of(member.accountId().toString());
            found.merge(fold(member.displayName()), id, (one, other) -> Optional.empty());
        }
        // Ids and emails are unique, so they go before names.
        for (MemberCaller member : all) {
            Optional<String> id = Optional.of(member.accountId().toString());
            found.put(fold(member.email()), id);
            found.put(member.accountId().toString(), id);
        }
        return text -> found.getOrDefault(fold(text), Optional.empty());
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
