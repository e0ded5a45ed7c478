package io.muster.server.access.store;

import io.muster.server.access.Invitation;
import io.muster.server.access.Role;
import io.muster.server.tenants.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `invitation`; call it in a transaction of the tenant.
@Repository
public class InvitationStore {
    // A second invitation takes the place of the first, whose link leads nowhere from then on.
    private static final String INVITE =
            """
            insert into invitation
                (tenant_id, id, email, role, token_hash, invited_by_name, expires_at)
            values (:tenant, :id, :email, :role, :hash, :by, now() + make_interval(secs => :valid))
            on conflict (tenant_id, email) do update
                set id = excluded.id, role = excluded.role, token_hash = excluded.token_hash,
                    invited_by_name = excluded.invited_by_name, created_at = now(),
                    expires_at = excluded.expires_at, mailed_at = null
            returning id, email, role, invited_by_name, created_at, expires_at, mailed_at
            """;

    private static final String LIST =
            """
            select id, email, role, invited_by_name, created_at, expires_at, mailed_at
            from invitation
            where tenant_id = :tenant and (:before::uuid is null or id < :before)
            order by id desc
            limit :limit
            """;

    private static final String OPEN =
            """
            select id, email, role, invited_by_name, created_at, expires_at, mailed_at
            from invitation
            where tenant_id = :tenant and token_hash = :hash and expires_at > now()
            """;

    private static final String TAKE =
            """
            delete from invitation
            where tenant_id = :tenant and token_hash = :hash and expires_at > now()
            returning id, email, role, invited_by_name, created_at, expires_at, mailed_at
            """;

    private static final String MAILED =
            "update invitation set mailed_at = now() where tenant_id = :tenant and id = :id";

    private static final String OPEN_ONES =
            "select count(*) from invitation where tenant_id = :tenant and expires_at > now()";

    private static final String FORGET =
            """
            delete from invitation
            where tenant_id = :tenant and expires_at < now() - make_interval(secs => :kept)
            """;

    private static final String WITHDRAW =
            "delete from invitation where tenant_id = :tenant and id = :id";

    private final JdbcClient jdbc;

    InvitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Invitation invite(
            TenantId tenant,
            UUID id,
            String email,
            Role role,
            byte[] tokenHash,
            String invitedBy,
            Duration valid) {
        return jdbc.sql(INVITE)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("email", email)
                .param("role", role.toString())
                .param("hash", tokenHash)
                .param("by", invitedBy)
                .param("valid", (double) valid.toSeconds())
                .query(InvitationStore::invitation)
                .single();
    }

    /// The newest first, those that have expired too.
    ///
    /// @param before the last already seen, null to begin
    public List<Invitation> list(TenantId tenant, @Nullable UUID before, int limit) {
        return jdbc.sql(LIST)
                .param("tenant", tenant.value())
                .param("before", before, Types.OTHER)
                .param("limit", limit)
                .query(InvitationStore::invitation)
                .list();
    }

    /// The one that this link opens.
    public Optional<Invitation> open(TenantId tenant, byte[] tokenHash) {
        return jdbc.sql(OPEN)
                .param("tenant", tenant.value())
                .param("hash", tokenHash)
                .query(InvitationStore::invitation)
                .optional();
    }

    /// The one that this link opens, which it does no more: of several who come, one gets it.
    public Optional<Invitation> take(TenantId tenant, byte[] tokenHash) {
        return jdbc.sql(TAKE)
                .param("tenant", tenant.value())
                .param("hash", tokenHash)
                .query(InvitationStore::invitation)
                .optional();
    }

    /// Notes that the mail server has the link.
    public void mailed(TenantId tenant, UUID id) {
        jdbc.sql(MAILED).param("tenant", tenant.value()).param("id", id).update();
    }

    /// How many have not expired.
    public int open(TenantId tenant) {
        return jdbc.sql(OPEN_ONES).param("tenant", tenant.value()).query(Integer.class).single();
    }

    /// Drops those that expired long ago.
    ///
    /// @param kept how long they are listed after that
    public void forget(TenantId tenant, Duration kept) {
        jdbc.sql(FORGET)
                .param("tenant", tenant.value())
                .param("kept", (double) kept.toSeconds())
                .update();
    }

    /// False if there is none.
    public boolean withdraw(TenantId tenant, UUID id) {
        return jdbc.sql(WITHDRAW).param("tenant", tenant.value()).param("id", id).update() == 1;
    }

    private static Invitation invitation(ResultSet row, int number) throws SQLException {
        OffsetDateTime mailed = row.getObject("mailed_at", OffsetDateTime.class);
        return new Invitation(
                row.getObject("id", UUID.class),
                row.getString("email"),
                Role.parse(row.getString("role")),
                row.getString("invited_by_name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                mailed == null ? null : mailed.toInstant());
    }
}
