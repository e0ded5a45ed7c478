package io.muster.server.access.store;

import io.muster.server.tenants.TenantId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The people of a tenant, for look-ups by whatever names them.
@Repository
public class OwnerStore {
    private static final String ALL =
            """
            select a.id, a.email, a.name
              from member m join account a on a.id = m.account_id
             where m.tenant_id = :tenant
            """;

    private final JdbcClient jdbc;

    OwnerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A member's account.
    public record Person(UUID id, String email, String name) {}

    public List<Person> all(TenantId tenant) {
        return jdbc.sql(ALL)
                .param("tenant", tenant.value())
                .query((row, i) ->
                        new Person(
                                row.getObject("id", UUID.class),
                                row.getString("email"),
                                row.getString("name")))
                .list();
    }
}
