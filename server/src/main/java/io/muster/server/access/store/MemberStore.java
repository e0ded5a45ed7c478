package io.muster.server.access.store;

import io.muster.server.access.MemberCaller;
import io.muster.server.access.Role;
import io.muster.server.tenants.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `member`: who belongs to which tenant, and as what.
@Repository
public class MemberStore {
    private static final String INSERT =
            """
            insert into member (tenant_id, account_id, role) values (:tenant, :account, :role)
            """;

    private static final String FIND =
            """
            select member.account_id, account.email, account.name, member.role
            from member join account on account.id = member.account_id
            where member.tenant_id = :tenant and member.account_id = :account
            """;

    private static final String LIST =
            """
            select member.account_id, account.email, account.name, member.role
            from member join account on account.id = member.account_id
            where member.tenant_id = :tenant
            order by member.account_id
            """;

    // Opens, for this transaction, the memberships of an account that has proved itself.
    private static final String PROVED = "select set_config('muster.account', :account, true)";

    private static final String TENANTS =
            """
            select tenant_id from member where account_id = :account order by created_at, tenant_id
            """;

    private final JdbcClient jdbc;

    MemberStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(TenantId tenant, UUID account, Role role) {
        jdbc.sql(INSERT)
                .param("tenant", tenant.value())
                .param("account", account)
                .param("role", role.toString())
                .update();
    }

    public Optional<MemberCaller> find(TenantId tenant, UUID account) {
        return jdbc.sql(FIND)
                .param("tenant", tenant.value())
                .param("account", account)
                .query((row, number) -> member(tenant, row))
                .optional();
    }

    public List<MemberCaller> list(TenantId tenant) {
        return jdbc.sql(LIST)
                .param("tenant", tenant.value())
                .query((row, number) -> member(tenant, row))
                .list();
    }

    private static MemberCaller member(TenantId tenant, ResultSet row) throws SQLException {
        return new MemberCaller(
                tenant,
                row.getObject("account_id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                Role.parse(row.getString("role")));
    }

    /// The tenants of an account, the oldest membership first; call it in a transaction of no
    /// tenant, and only for an account that has proved itself.
    public List<TenantId> tenantsOf(UUID account) {
        jdbc.sql(PROVED).param("account", account.toString()).query(String.class).single();
        return jdbc.sql(TENANTS)
                .param("account", account)
                .query((row, number) -> new TenantId(row.getObject("tenant_id", UUID.class)))
                .list();
    }
}
