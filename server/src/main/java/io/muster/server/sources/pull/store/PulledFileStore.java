package io.muster.server.sources.pull.store;

import io.muster.server.sources.pull.PulledFile;
import io.muster.server.tenants.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `pulled_file`: each file once, by its name, size and content; call it in a transaction
/// of the tenant.
@Repository
public class PulledFileStore {
    private static final String EARLIER =
            """
            select f.name, f.size, f.version, f.refusal is not null as refused
              from unnest(:names, :sizes, :versions) as listed (name, size, version)
              join pulled_file f on f.tenant_id = :tenant and f.source_id = :source
                                and f.name = listed.name and f.size = listed.size and f.version = listed.version
             order by f.pulled_at
            """;

    // Whoever brings the same file at the same time waits here for the first to commit or give up.
    private static final String CLAIM =
            """
            insert into pulled_file (tenant_id, source_id, name, size, sha256, version)
            values (:tenant, :source, :name, :size, :sha256, :version)
            on conflict (tenant_id, source_id, name, size, sha256) do nothing
            """;

    private static final String TOUCH =
            """
            update pulled_file set version = :version
             where tenant_id = :tenant and source_id = :source and name = :name and size = :size and sha256 = :sha256
            """;

    private static final String TOOK =
            """
            update pulled_file set import_id = :import
             where tenant_id = :tenant and source_id = :source and name = :name and size = :size and sha256 = :sha256
            """;

    // Somebody else may have taken it after all.
    private static final String REFUSE =
            """
            update pulled_file set refusal = :refusal
             where tenant_id = :tenant and source_id = :source and name = :name and size = :size and sha256 = :sha256
               and import_id is null
            """;

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

    /// What became of files that their place calls the same; those that were never fetched are not
    /// in it.
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

    /// @return false when it was fetched before
    public boolean claim(TenantId tenant, UUID source, Key file) {
        if (of(CLAIM, tenant, source, file).param("version", file.version()).update() > 0) {
            return true;
        }
        of(TOUCH, tenant, source, file).param("version", file.version()).update();
        return false;
    }

    public void took(TenantId tenant, UUID source, Key file, UUID importId) {
        of(TOOK, tenant, source, file).param("import", importId).update();
    }

    public void refused(TenantId tenant, UUID source, Key file, String why) {
        of(REFUSE, tenant, source, file).param("refusal", why).update();
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

    private JdbcClient.StatementSpec of(String sql, TenantId tenant, UUID source, Key file) {
        return jdbc.sql(sql)
                .param("tenant", tenant.value())
                .param("source", source)
                .param("name", file.name())
                .param("size", file.size())
                .param("sha256", file.sha256());
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
