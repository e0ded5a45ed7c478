package io.muster.server.campaigns.store;

import io.muster.server.campaigns.Campaign;
import io.muster.server.campaigns.MemberFigures;
import io.muster.server.tenants.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// The table `campaign`; call it in a transaction of the tenant.
@Repository
public class CampaignStore {
    private static final String INSERT =
            """
            insert into campaign (tenant_id, id, name, expected_contacts, created_by_name)
            values (:tenant, :id, :name, :expected, :by)
            """;

    private static final String FIND =
            "select * from campaign where tenant_id = :tenant and id = :id";

    private static final String LIST =
            """
            select * from campaign
             where tenant_id = :tenant and (:before::uuid is null or id < :before)
             order by id desc
             limit :limit
            """;

    private static final String UPDATE =
            """
            update campaign set name = :name, expected_contacts = :expected, updated_at = now()
             where tenant_id = :tenant and id = :id
            """;

    private static final String DELETE =
            "delete from campaign where tenant_id = :tenant and id = :id";

    private static final String FIGURES =
            """
            select members, zoneless_members, suppressed_members from campaign
             where tenant_id = :tenant and id = :id and checked_version = :version
            """;

    private static final String SAVE_FIGURES =
            """
            update campaign
               set checked_version = :version, members = :members, zoneless_members = :zoneless,
                   suppressed_members = :suppressed
             where tenant_id = :tenant and id = :id
            """;

    private static final String FORGET_FIGURES =
            "update campaign set checked_version = null where tenant_id = :tenant and id = :id";

    private final JdbcClient jdbc;

    CampaignStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(
            TenantId tenant, UUID id, String name, @Nullable Long expected, String by) {
        of(INSERT, tenant, id)
                .param("name", name)
                .param("expected", expected)
                .param("by", by)
                .update();
    }

    public Optional<Campaign> find(TenantId tenant, UUID id) {
        return of(FIND, tenant, id).query(CampaignStore::read).optional();
    }

    /// @param before only older ones than this; null from the newest
    public List<Campaign> list(TenantId tenant, @Nullable UUID before, int limit) {
        return jdbc.sql(LIST)
                .param("tenant", tenant.value())
                .param("before", before)
                .param("limit", limit)
                .query(CampaignStore::read)
                .list();
    }

    /// @return whether it is there
    public boolean update(TenantId tenant, UUID id, String name, @Nullable Long expected) {
        return of(UPDATE, tenant, id).param("name", name).param("expected", expected).update() == 1;
    }

    /// @return whether it was there
    public boolean delete(TenantId tenant, UUID id) {
        return of(DELETE, tenant, id).update() == 1;
    }

    /// What was found of its members at a version of the contacts, if that was it.
    public Optional<MemberFigures> figures(TenantId tenant, UUID id, long version) {
        return of(FIGURES, tenant, id)
                .param("version", version)
                .query((row, number) ->
                        new MemberFigures(row.getLong(1), row.getLong(2), row.getLong(3)))
                .optional();
    }

    public void saveFigures(TenantId tenant, UUID id, long version, MemberFigures figures) {
        of(SAVE_FIGURES, tenant, id)
                .param("version", version)
                .param("members", figures.members())
                .param("zoneless", figures.zoneless())
                .param("suppressed", figures.suppressed())
                .update();
    }

    public void forgetFigures(TenantId tenant, UUID id) {
        of(FORGET_FIGURES, tenant, id).update();
    }

    private StatementSpec of(String sql, TenantId tenant, UUID id) {
        return jdbc.sql(sql).param("tenant", tenant.value()).param("id", id);
    }

    private static Campaign read(ResultSet row, int number) throws SQLException {
        return new Campaign(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("expected_contacts", Long.class),
                row.getString("created_by_name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
