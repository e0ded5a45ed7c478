package io.muster.server.imports.store;

import io.muster.server.tenants.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Error files that are prepared in the background: at most one of each format for an import.
@Repository
public class ErrorFileStore {
    // The file of an older edition stays until the new one is there, so that it can be removed
    // then.
    private static final String REQUEST =
            """
            insert into error_file (tenant_id, import_id, format, attempt, changes)
            values (:tenant, :import, :format, :attempt, :changes)
            on conflict (tenant_id, import_id, format) do update
               set attempt = excluded.attempt, changes = excluded.changes, ready = false, requested_at = now()
             where (error_file.attempt, error_file.changes) <> (excluded.attempt, excluded.changes)
            """;

    private static final String FIND =
            "select * from error_file where tenant_id = :tenant and import_id = :import";

    private static final String DONE =
            """
            update error_file set ready = true, file_id = :file, size = :size
             where tenant_id = :tenant and import_id = :import and format = :format
               and attempt = :attempt and changes = :changes and not ready
            """;

    private static final String FORGET_ALL =
            """
            update error_file set attempt = 0, changes = 0, ready = false where tenant_id = :tenant returning import_id
            """;

    private static final String REMOVE =
            """
            delete from error_file
             where tenant_id = :tenant and import_id = :import and format = :format and attempt = 0
            """;

    private final JdbcClient jdbc;

    ErrorFileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What the rows were when a file was asked for.
    ///
    /// @param attempt their latest
    /// @param changes a number that grows with everything that happens to them in it
    public record Edition(int attempt, long changes) {
        static final Edition NONE = new Edition(0, 0);
    }

    /// @param fileId where the file is, or an older edition of it; null when there is none yet
    /// @param size in bytes
    public record Prepared(
            String format, Edition edition, boolean ready, @Nullable String fileId, long size) {

        /// Whether nobody wants any edition, and the older one must go.
        public boolean isForgotten() {
            return edition.equals(Edition.NONE);
        }
    }

    /// @return false when this edition was asked for before
    public boolean request(TenantId tenant, UUID importId, String format, Edition edition) {
        return jdbc.sql(REQUEST)
                        .param("tenant", tenant.value())
                        .param("import", importId)
                        .param("format", format)
                        .param("attempt", edition.attempt())
                        .param("changes", edition.changes())
                        .update()
                > 0;
    }

    public Optional<Prepared> find(TenantId tenant, UUID importId, String format) {
        return jdbc.sql(FIND + " and format = :format")
                .param("tenant", tenant.value())
                .param("import", importId)
                .param("format", format)
                .query(ErrorFileStore::read)
                .optional();
    }

    /// The files that somebody waits for, or that must go.
    public List<Prepared> wanted(TenantId tenant, UUID importId) {
        return jdbc.sql(FIND + " and not ready")
                .param("tenant", tenant.value())
                .param("import", importId)
                .query(ErrorFileStore::read)
                .list();
    }

    /// @return false when another edition is wanted by now, or somebody else was faster
    public boolean done(
            TenantId tenant,
            UUID importId,
            String format,
            Edition edition,
            String fileId,
            long size) {
        return jdbc.sql(DONE)
                        .param("tenant", tenant.value())
                        .param("import", importId)
                        .param("format", format)
                        .param("attempt", edition.attempt())
                        .param("changes", edition.changes())
                        .param("file", fileId)
                        .param("size", size)
                        .update()
                > 0;
    }

    /// From the commit on nobody is given a file that was prepared before.
    ///
    /// @return imports whose files must go
    public Set<UUID> forgetAll(TenantId tenant) {
        return new HashSet<>(
                jdbc.sql(FORGET_ALL)
                        .param("tenant", tenant.value())
                        .query((row, i) -> row.getObject("import_id", UUID.class))
                        .list());
    }

    /// Removes what is kept of a forgotten file.
    public void remove(TenantId tenant, UUID importId, String format) {
        jdbc.sql(REMOVE)
                .param("tenant", tenant.value())
                .param("import", importId)
                .param("format", format)
                .update();
    }

    private static Prepared read(ResultSet row, int index) throws SQLException {
        return new Prepared(
                row.getString("format"),
                new Edition(row.getInt("attempt"), row.getLong("changes")),
                row.getBoolean("ready"),
                row.getString("file_id"),
                row.getLong("size"));
    }
}
