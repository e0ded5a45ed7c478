package io.muster.server.sources.pull.store;

import io.muster.server.sources.pull.PulledFile;
import io.muster.server.tenants.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `pulled_file`: what became of each file. One that is as the last of its name is the
/// same; call it in a transaction of the tenant.
@Repository
public class PulledFileStore {
    private static final String EARLIER =
            """
            select f.name, f.size, f.version, f.refusal is not null as refused
              from unnest(:names, :sizes, :versions) as listed (name, size, version)
             cross join lateral (select *
                                   from pulled_file
                                  where tenant_id = :tenant and source_id = :source and name = listed.name
                                  order by pulled_at desc, id desc
                                  limit 1) f
             where f.size = listed.size and f.version = listed.version
            """;

    private static final String CLAIM =
            """
            insert into pulled_file (tenant_id, id, source_id, name, size, sha256, version)
            select :tenant, :id, :source, :name, :size, :sha256, :version
             where not exists (select
                                 from (select size, sha256
                                         from pulled_file
                                        where tenant_id = :tenant and source_id = :source and name = :name
                                        order by pulled_at desc, id desc
                                        limit 1) last
                                where last.size = :size and last.sha256 = :sha256)
            """;

    private static final String TOUCH =
            """
            update pulled_file set version = :version
             where tenant_id = :tenant
               and id = (select id
                           from pulled_file
                          where tenant_id = :tenant and source_id = :source and name = :name
                          order by pulled_at desc, id desc
                          limit 1)
            returning refusal is not null
            """;

    private static final String TOOK =
            "update pulled_file set import_id = :import where tenant_id = :tenant and id = :id";

    private static final String REFUSE =
            "update pulled_file set refusal = :refusal where tenant_id = :tenant and id = :id";

    private static final String IS_THERE =
            "select exists (select from pulled_file where tenant_id = :tenant and id = :id)";

    private static final String LATEST =
            """
            select f.*, i.number
              from pulled_file f
              left join import i on i.tenant_id = f.tenant_id and i.id = f.import_id
             where f.tenant_id = :tenant and f.source_id = :source
             order by f.pulled_at desc, f.name
             limit :limit
            """;

    private final JdbcClient jdbc;

    PulledFileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A file by what tells it from others.
    ///
    /// @param version as its place tells it
    public record Key(String name, long size, String sha256, String version) {}

    /// What became of a file before.
    public enum Earlier {
        TAKEN,
        REFUSED
    }

    /// A file as its place lists it.
    public record Listed(String name, long size, String version) {}

    /// What became of files that their place calls the same as the last of their name; those that
    /// were never fetched are not in it.
    public Map<Listed, Earlier> earlier(TenantId tenant, UUID source, List<Listed> files) {
        Map<Listed, Earlier> earlier = new HashMap<>();
        jdbc.sql(EARLIER)
                .param("tenant", tenant.value())
                .param("source", source)
                .param("names", files.stream().map(Listed::name).toArray(String[]::new))
                .param("sizes", files.stream().map(Listed::size).toArray(Long[]::new))
                .param("versions", files.stream().map(Listed::version).toArray(String[]::new))
                .query(row -> {
                    earlier.put(
                            new Listed(
                                    row.getString("name"),
                                    row.getLong("size"),
                                    row.getString("version")),
                            row.getBoolean("refused") ? Earlier.REFUSED : Earlier.TAKEN);
                });
        return earlier;
    }

    /// Notes a file under an id of the caller's, unless the last of its name was the same. Of two
    /// that do so at the same time one loses the pull's row, and is taken back.
    ///
    /// @return what became of the last one when it was the same
    public Optional<Earlier> claim(TenantId tenant, UUID source, UUID id, Key file) {
        int claimed =
                jdbc.sql(CLAIM)
                        .param("tenant", tenant.value())
                        .param("id", id)
                        .param("source", source)
                        .param("name", file.name())
                        .param("size", file.size())
                        .param("sha256", file.sha256())
                        .param("version", file.version())
                        .update();
        return claimed > 0
                ? Optional.empty()
                : jdbc.sql(TOUCH)
                        .param("tenant", tenant.value())
                        .param("source", source)
                        .param("name", file.name())
                        .param("version", file.version())
                        .query(Boolean.class)
                        .optional()
                        .map(refused -> refused ? Earlier.REFUSED : Earlier.TAKEN);
    }

    public void took(TenantId tenant, UUID id, UUID importId) {
        of(TOOK, tenant, id).param("import", importId).update();
    }

    public void refused(TenantId tenant, UUID id, String why) {
        of(REFUSE, tenant, id).param("refusal", why).update();
    }

    public boolean isThere(TenantId tenant, UUID id) {
        return of(IS_THERE, tenant, id).query(Boolean.class).single();
    }

    /// Newest first.
    public List<PulledFile> latest(TenantId tenant, UUID source, int limit) {
        return jdbc.sql(LATEST)
                .param("tenant", tenant.value())
                .param("source", source)
                .param("limit", limit)
                .query(PulledFileStore::read)
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, TenantId tenant, UUID id) {
        return jdbc.sql(sql).param("tenant", tenant.value()).param("id", id);
    }

    private static PulledFile read(ResultSet row, int index) throws SQLException {
        return new PulledFile(
                row.getString("name"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getObject("import_id", UUID.class),
                row.getObject("number", Long.class),
                row.getString("refusal"),
                row.getObject("pulled_at", OffsetDateTime.class).toInstant());
    }
}
