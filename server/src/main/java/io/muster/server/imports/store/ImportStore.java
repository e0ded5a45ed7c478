package io.muster.server.imports.store;

import io.muster.engine.file.Detection;
import io.muster.engine.mapping.HeaderFingerprint;
import io.muster.server.imports.Attempt;
import io.muster.server.imports.EarlierMapping;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportColumn;
import io.muster.server.imports.ImportSettings;
import io.muster.server.imports.ImportStatus;
import io.muster.server.imports.ImportedFile;
import io.muster.server.imports.RowCounts;
import io.muster.server.platform.Json;
import io.muster.server.tenants.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/// Imports as people see and prepare them.
@Repository
public class ImportStore {
    // Numbers without gaps: the tenant's row is locked until the import is there.
    private static final String NEXT_NUMBER =
            "update tenant set last_import = last_import + 1 where tenant_id = :tenant returning last_import";

    private static final String INSERT =
            """
            insert into import (tenant_id, id, number, source, created_by, created_by_name, file_id, file_name, file_size,
                                file_sha256, detection, columns, options, total, header_fingerprint, earlier)
            values (:tenant, :id, :number, :source, :created_by, :created_by_name, :file_id, :file_name, :file_size,
                    :file_sha256, :detection::jsonb, :columns::jsonb, :options::jsonb, :total, :fingerprint,
                    :earlier::jsonb)
            """;

    private static final String FIND =
            "select * from import where tenant_id = :tenant and id = :id";

    // Lines of the log refer to it, and whoever writes them need not be waited for.
    private static final String FIND_LOCKED = FIND + " for no key update";

    // Newest first. The number is what people know an import by, so it is also where a page goes
    // on.
    private static final String LIST =
            """
            select * from import
             where tenant_id = :tenant
               and (:before::bigint is null or number < :before)
               and (:status::text is null or status = any (string_to_array(:status, ',')))
             order by number desc
             limit :limit
            """;

    private static final String OF_CAMPAIGN =
            """
            select * from import
             where tenant_id = :tenant and options ->> 'campaign_id' = :campaign
             order by number desc
             limit :limit
            """;

    private static final String BY_FILE =
            """
            select * from import
             where tenant_id = :tenant and file_sha256 = :sha256 and id <> :except
             order by number desc limit 1
            """;

    // The last one that was more than an attempt.
    private static final String LAST_MAPPED =
            """
            select * from import
             where tenant_id = :tenant and header_fingerprint = :fingerprint and mapping is not null
               and status not in ('uploaded', 'cancelled')
             order by number desc limit 1
            """;

    // Only while nothing has begun.
    private static final String SAVE_FORMAT =
            """
            update import set detection = :detection::jsonb, columns = :columns::jsonb, mapping = null,
                   options = options - 'columns', total = :total, header_fingerprint = :fingerprint,
                   earlier = :earlier::jsonb
             where tenant_id = :tenant and id = :id and status = 'uploaded'
            """;

    private static final String SAVE_MAPPING =
            """
            update import set mapping = (:options::jsonb) -> 'columns', options = :options::jsonb
             where tenant_id = :tenant and id = :id and status = 'uploaded'
            """;

    private static final String SAVE_TOTAL =
            """
            update import set total = :total where tenant_id = :tenant and id = :id and total is null
            """;

    private final JdbcClient jdbc;

    ImportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What is known of an import when its file has arrived.
    public record Arrival(
            UUID id,
            String source,
            @Nullable UUID createdBy,
            String createdByName,
            ImportedFile file,
            Detection detection,
            List<ImportColumn> columns,
            ImportSettings settings,
            @Nullable Long total,
            @Nullable EarlierMapping earlier) {}

    public void insert(TenantId tenant, Arrival arrival) {
        long number =
                jdbc.sql(NEXT_NUMBER).param("tenant", tenant.value()).query(Long.class).single();
        jdbc.sql(INSERT)
                .param("tenant", tenant.value())
                .param("id", arrival.id())
                .param("number", number)
                .param("source", arrival.source())
                .param("created_by", arrival.createdBy())
                .param("created_by_name", arrival.createdByName())
                .param("file_id", arrival.file().id())
                .param("file_name", arrival.file().name())
                .param("file_size", arrival.file().size())
                .param("file_sha256", arrival.file().sha256())
                .param("detection", Json.write(arrival.detection()))
                .param("columns", Json.write(arrival.columns()))
                .param("options", Json.write(arrival.settings()))
                .param("total", arrival.total())
                .param("fingerprint", fingerprint(arrival.columns()))
                .param("earlier", json(arrival.earlier()))
                .update();
    }

    public Optional<Import> find(TenantId tenant, UUID id) {
        return one(tenant, id, FIND);
    }

    /// Finds an import and keeps everyone else from changing it until the transaction ends.
    public Optional<Import> findLocked(TenantId tenant, UUID id) {
        return one(tenant, id, FIND_LOCKED);
    }

    /// @param before only imports with a lower number
    public List<Import> list(
            TenantId tenant, List<ImportStatus> statuses, @Nullable Long before, int limit) {
        String status =
                statuses.isEmpty()
                        ? null
                        : String.join(",", statuses.stream().map(ImportStatus::text).toList());
        return jdbc.sql(LIST)
                .param("tenant", tenant.value())
                .param("status", status)
                .param("before", before)
                .param("limit", limit)
                .query(ImportStore::read)
                .list();
    }

    /// Newest first.
    public List<Import> ofCampaign(TenantId tenant, UUID campaign, int limit) {
        return jdbc.sql(OF_CAMPAIGN)
                .param("tenant", tenant.value())
                .param("campaign", campaign.toString())
                .param("limit", limit)
                .query(ImportStore::read)
                .list();
    }

    /// The latest other import of a file with the same content.
    public Optional<Import> sameFile(TenantId tenant, String sha256, UUID except) {
        return jdbc.sql(BY_FILE)
                .param("tenant", tenant.value())
                .param("sha256", sha256)
                .param("except", except)
                .query(ImportStore::read)
                .optional();
    }

    /// The last import of a file with these headers that was mapped and started.
    public Optional<Import> lastMapped(TenantId tenant, String fingerprint) {
        return jdbc.sql(LAST_MAPPED)
                .param("tenant", tenant.value())
                .param("fingerprint", fingerprint)
                .query(ImportStore::read)
                .optional();
    }

    /// @return false when the import has begun already
    public boolean saveFormat(
            TenantId tenant,
            UUID id,
            Detection detection,
            List<ImportColumn> columns,
            @Nullable Long total,
            @Nullable EarlierMapping earlier) {
        return jdbc.sql(SAVE_FORMAT)
                        .param("tenant", tenant.value())
                        .param("id", id)
                        .param("detection", Json.write(detection))
                        .param("columns", Json.write(columns))
                        .param("total", total)
                        .param("fingerprint", fingerprint(columns))
                        .param("earlier", json(earlier))
                        .update()
                > 0;
    }

    /// @return false when the import has begun already
    public boolean saveMapping(TenantId tenant, UUID id, ImportSettings settings) {
        return jdbc.sql(SAVE_MAPPING)
                        .param("tenant", tenant.value())
                        .param("id", id)
                        .param("options", Json.write(settings))
                        .update()
                > 0;
    }

    /// Notes how many rows the file has, once they are counted.
    public void saveTotal(TenantId tenant, UUID id, long total) {
        jdbc.sql(SAVE_TOTAL)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("total", total)
                .update();
    }

    private Optional<Import> one(TenantId tenant, UUID id, String sql) {
        return jdbc.sql(sql)
                .param("tenant", tenant.value())
                .param("id", id)
                .query(ImportStore::read)
                .optional();
    }

    static Import read(ResultSet row, int index) throws SQLException {
        return new Import(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                ImportStatus.of(row.getString("status")),
                row.getString("source"),
                row.getObject("created_by", UUID.class),
                row.getString("created_by_name"),
                row.getObject("started_by", UUID.class),
                new ImportedFile(
                        row.getString("file_id"),
                        row.getString("file_name"),
                        row.getLong("file_size"),
                        row.getString("file_sha256")),
                DetectionJson.read(row.getString("detection")),
                Json.read(row.getString("columns"), new TypeReference<>() {}),
                row.getString("mapping") != null,
                Json.read(row.getString("options"), ImportSettings.class),
                row.getLong("epoch"),
                row.getInt("attempts"),
                row.getObject("total", Long.class),
                new RowCounts(
                        row.getLong("created_rows"),
                        row.getLong("updated_rows"),
                        row.getLong("unchanged_rows"),
                        row.getLong("skipped_rows"),
                        row.getLong("failed_rows"),
                        row.getLong("warning_rows")),
                row.getLong("unprocessed_rows"),
                row.getString("failure_code"),
                row.getString("failure_reason"),
                row.getBoolean("cancel_requested"),
                instant(row, "created_at"),
                optionalInstant(row, "started_at"),
                optionalInstant(row, "finished_at"),
                attempt(row),
                earlier(row.getString("earlier")));
    }

    private static @Nullable EarlierMapping earlier(@Nullable String json) {
        return json == null ? null : Json.read(json, EarlierMapping.class);
    }

    private static @Nullable String json(@Nullable EarlierMapping earlier) {
        return earlier == null ? null : Json.write(earlier);
    }

    private static String fingerprint(List<ImportColumn> columns) {
        return HeaderFingerprint.of(columns.stream().map(ImportColumn::name).toList());
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        String former = row.getString("former_status");
        return new Attempt(
                row.getInt("attempt"),
                former == null ? null : ImportStatus.of(former),
                row.getLong("retry_rows"),
                row.getLong("retry_done"),
                row.getLong("retry_cursor"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant optionalInstant(ResultSet row, String column)
            throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
