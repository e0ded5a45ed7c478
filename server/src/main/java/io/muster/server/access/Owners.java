package io.muster.server.access;

import io.muster.engine.field.Directory;
import io.muster.server.access.store.OwnerStore;
import io.muster.server.access.store.OwnerStore.Person;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The members of a tenant as possible owners of contacts.
@Component
public class Owners {
    private final TenantTransactions transactions;
    private final OwnerStore store;

    Owners(TenantTransactions transactions, OwnerStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /// Who is a member now, found by id, email or name. A name that two members share finds
    /// neither.
    public Directory directory(TenantId tenant) {
        List<Person> people = transactions.call(tenant, () -> store.all(tenant));
        Map<String, String> ids = new HashMap<>();
        Set<String> shared = new HashSet<>();
        for (Person person : people) {
            String former = ids.put(fold(person.name()), person.id().toString());
            if (former != null) {
                shared.add(fold(person.name()));
            }
        }
        shared.forEach(ids::remove);
        for (Person person : people) {
            ids.put(fold(person.email()), person.id().toString());
            ids.put(person.id().toString(), person.id().toString());
        }
        return text -> Optional.ofNullable(ids.get(fold(text)));
    }

    private static String fold(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
