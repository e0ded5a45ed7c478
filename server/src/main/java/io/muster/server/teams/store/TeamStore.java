package io.muster.server.teams.store;

import io.muster.server.platform.AdvisoryLock;
import io.muster.server.teams.Team;
import io.muster.server.tenants.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `team`; call it in a transaction of the tenant.
@Repository
public class TeamStore {
    private static final String IN_USE =
            """
            select id, name from team
             where tenant_id = :tenant and retired_at is null
            """;

    private static final String FROM =
            """
               and (:after::uuid is null or id > :after)
             order by id limit :limit
            """;

    private static final String NAME =
            "select name from team where tenant_id = :tenant and id = :id";

    // The last that had the name, where several had it one after another.
    private static final String RETIRED =
            """
            select id from team
             where tenant_id = :tenant and retired_at is not null and lower(name) = lower(:name)
             order by retired_at desc limit 1
            """;

    // One that was given up comes back under its id.
    private static final String INSERT =
            """
            insert into team (tenant_id, id, name) values (:tenant, :id, :name)
            on conflict (tenant_id, id) do update set name = excluded.name, retired_at = null
            """;

    private static final String RENAME =
            "update team set name = :name where tenant_id = :tenant and id = :id and retired_at is null";

    private static final String RETIRE =
            """
            update team set retired_at = now()
             where tenant_id = :tenant and id = :id and retired_at is null
            """;

    private final JdbcClient jdbc;

    TeamStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void lock(TenantId tenant) {
        AdvisoryLock.TEAMS.take(jdbc, tenant.toString());
    }

    /// In no order.
    public List<Team> all(TenantId tenant) {
        return jdbc.sql(IN_USE).param("tenant", tenant.value()).query(TeamStore::team).list();
    }

    /// @param after the id before the first, null to begin
    public List<Team> list(TenantId tenant, @Nullable UUID after, int limit) {
        return jdbc.sql(IN_USE + FROM)
                .param("tenant", tenant.value())
                .param("after", after)
                .param("limit", limit)
                .query(TeamStore::team)
                .list();
    }

    public Optional<Team> find(TenantId tenant, UUID id) {
        return jdbc.sql(IN_USE + " and id = :id")
                .param("tenant", tenant.value())
                .param("id", id)
                .query(TeamStore::team)
                .optional();
    }

    /// Of a team that was given up, too.
    public Optional<String> name(TenantId tenant, UUID id) {
        return jdbc.sql(NAME)
                .param("tenant", tenant.value())
                .param("id", id)
                .query(String.class)
                .optional();
    }

    public boolean isTaken(TenantId tenant, String name) {
        return jdbc.sql(IN_USE + " and lower(name) = lower(:name)")
                .param("tenant", tenant.value())
                .param("name", name)
                .query(TeamStore::team)
                .optional()
                .isPresent();
    }

    public Optional<UUID> retired(TenantId tenant, String name) {
        return jdbc.sql(RETIRED)
                .param("tenant", tenant.value())
                .param("name", name)
                .query(UUID.class)
                .optional();
    }

    public void insert(TenantId tenant, Team team) {
        jdbc.sql(INSERT)
                .param("tenant", tenant.value())
                .param("id", team.id())
                .param("name", team.name())
                .update();
    }

    public void rename(TenantId tenant, Team team) {
        jdbc.sql(RENAME)
                .param("tenant", tenant.value())
                .param("id", team.id())
                .param("name", team.name())
                .update();
    }

    /// @return whether it was in use
    public boolean retire(TenantId tenant, UUID id) {
        return jdbc.sql(RETIRE).param("tenant", tenant.value()).param("id", id).update() == 1;
    }

    private static Team team(ResultSet row, int number) throws SQLException {
        return new Team(row.getObject("id", UUID.class), row.getString("name"));
    }
}
