package io.muster.server.access.store;

import io.muster.server.access.MemberCaller;
import io.muster.server.access.Membership;
import io.muster.server.access.Role;
import io.muster.server.platform.AdvisoryLock;
import io.muster.server.tenants.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `member`: who belongs to which tenant, and as what.
@Repository
public class MemberStore {
    private static final String INSERT =
            """
            insert into member (tenant_id, account_id, role) values (:tenant, :account, :role)
            on conflict do nothing
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

    private static final String PAGE =
            """
            select member.account_id, account.email, account.name, member.role, member.created_at
            from member join account on account.id = member.account_id
            where member.tenant_id = :tenant
              and (:after::uuid is null or member.account_id > :after)
            order by member.account_id
            limit :limit
            """;

    private static final String MEMBERSHIP =
            """
            select member.account_id, account.email, account.name, member.role, member.created_at
            from member join account on account.id = member.account_id
            where member.tenant_id = :tenant and member.account_id = :account
            """;

    private static final String FIND_BY_EMAIL =
            """
            select member.account_id, account.email, account.name, member.role
            from member join account on account.id = member.account_id
            where member.tenant_id = :tenant and account.email = :email
            """;

    private static final String SET_ROLE =
            """
            update member set role = :role where tenant_id = :tenant and account_id = :account
            """;

    private static final String REMOVE =
            "delete from member where tenant_id = :tenant and account_id = :account";

    private static final String ADMINS =
            "select count(*) from member where tenant_id = :tenant and role = 'admin'";

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

    /// False if they are a member already.
    public boolean insert(TenantId tenant, UUID account, Role role) {
        return jdbc.sql(INSERT)
                        .param("tenant", tenant.value())
                        .param("account", account)
                        .param("role", role.toString())
                        .update()
                == 1;
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

    /// @param after the last account already seen, null to begin
    public List<Membership> page(TenantId tenant, @Nullable UUID after, int limit) {
        return jdbc.sql(PAGE)
                .param("tenant", tenant.value())
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, number) -> membership(tenant, row))
                .list();
    }

    public Optional<Membership> membership(TenantId tenant, UUID account) {
        return jdbc.sql(MEMBERSHIP)
                .param("tenant", tenant.value())
                .param("account", account)
                .query((row, number) -> membership(tenant, row))
                .optional();
    }

    private static Membership membership(TenantId tenant, ResultSet row) throws SQLException {
        return new Membership(
                member(tenant, row), row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    public Optional<MemberCaller> findByEmail(TenantId tenant, String email) {
        return jdbc.sql(FIND_BY_EMAIL)
                .param("tenant", tenant.value())
                .param("email", email)
                .query((row, number) -> member(tenant, row))
                .optional();
    }

    /// Waits until nobody else changes the tenant's members.
    public void lock(TenantId tenant) {
        AdvisoryLock.MEMBERS.take(jdbc, tenant.toString());
    }

    public int admins(TenantId tenant) {
        return jdbc.sql(ADMINS).param("tenant", tenant.value()).query(Integer.class).single();
    }

    public void setRole(TenantId tenant, UUID account, Role role) {
        jdbc.sql(SET_ROLE)
                .param("tenant", tenant.value())
                .param("account", account)
                .param("role", role.toString())
                .update();
    }

    public void remove(TenantId tenant, UUID account) {
        jdbc.sql(REMOVE).param("tenant", tenant.value()).param("account", account).update();
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
