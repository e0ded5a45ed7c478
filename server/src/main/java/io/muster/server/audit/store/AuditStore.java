package io.muster.server.audit.store;

import io.muster.server.audit.Actor;
import io.muster.server.audit.AuditAction;
import io.muster.server.audit.AuditEntry;
import io.muster.server.audit.AuditEntry.Place;
import io.muster.server.audit.AuditFilter;
import io.muster.server.audit.Subject;
import io.muster.server.audit.SubjectKind;
import io.muster.server.platform.Ids;
import io.muster.server.tenants.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `audit_entry`; call it in a transaction of the tenant.
@Repository
public class AuditStore {
    // A transaction has an id from its first write on.
    private static final String HAS_WRITTEN = "select pg_current_xact_id_if_assigned() is not null";

    private static final String INSERT =
            """
            insert into audit_entry (tenant_id, id, actor_kind, actor_id, actor_name, action,
                                     subject_kind, subject_id, subject_name, detail)
            values (:tenant, :id, :actorKind, :actorId, :actorName, :action,
                    :subjectKind, :subjectId, :subjectName, :detail)
            """;

    // An id finds what it names and nothing else, by an index; a name has to be looked for.
    private static final String ACTOR_ID =
            """
              and actor_id = :actor::uuid
            """;

    private static final String ACTOR_NAME =
            """
              and (:actor::text is null or position(lower(:actor) in lower(actor_name)) > 0)
            """;

    private static final String SUBJECT_ID =
            """
              and subject_id = lower(:subject)
            """;

    // The id of some things is a word.
    private static final String SUBJECT_NAME =
            """
              and (:subject::text is null or subject_id = :subject
                   or position(lower(:subject) in lower(subject_name)) > 0)
            """;

    private static final String FIRST =
            """
            select id, at, actor_kind, actor_id, actor_name, action,
                   subject_kind, subject_id, subject_name, detail
            from audit_entry
            where tenant_id = :tenant
            """;

    private static final String REST =
            """
              and (:action::text is null or action = :action)
              and (:from::timestamptz is null or at >= :from)
              and (:to::timestamptz is null or at < :to)
              and (:placeAt::timestamptz is null or (at, id) < (:placeAt, :placeId))
            order by at desc, id desc
            limit :limit
            """;

    private static final Pattern ID =
            Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final JdbcClient jdbc;

    AuditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Whether the open transaction of the tenant has changed anything yet.
    public boolean hasWritten(TenantId tenant) {
        return jdbc.sql(HAS_WRITTEN).query(Boolean.class).single();
    }

    /// @param detail what was given or taken, null where the action says it all
    public void insert(
            TenantId tenant,
            Actor actor,
            AuditAction action,
            Subject subject,
            @Nullable String detail) {
        jdbc.sql(INSERT)
                .param("tenant", tenant.value())
                .param("id", Ids.next())
                .param("actorKind", actor.kind().toString())
                .param("actorId", actor.id(), Types.OTHER)
                .param("actorName", actor.name())
                .param("action", action.toString())
                .param("subjectKind", subject.kind().toString())
                .param("subjectId", subject.id(), Types.VARCHAR)
                .param("subjectName", subject.name(), Types.VARCHAR)
                .param("detail", detail, Types.VARCHAR)
                .update();
    }

    /// The newest first.
    ///
    /// @param after the line behind which to go on, null to begin
    public List<AuditEntry> list(
            TenantId tenant, AuditFilter filter, @Nullable Place after, int limit) {
        AuditAction action = filter.action();
        String sql =
                FIRST
                        + (isId(filter.actor()) ? ACTOR_ID : ACTOR_NAME)
                        + (isId(filter.subject()) ? SUBJECT_ID : SUBJECT_NAME)
                        + REST;
        return jdbc.sql(sql)
                .param("tenant", tenant.value())
                .param("actor", filter.actor(), Types.VARCHAR)
                .param("action", action == null ? null : action.toString(), Types.VARCHAR)
                .param("subject", filter.subject(), Types.VARCHAR)
                .param("from", utc(filter.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", utc(filter.to()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param(
                        "placeAt",
                        utc(after == null ? null : after.at()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("placeId", after == null ? null : after.id(), Types.OTHER)
                .param("limit", limit)
                .query(AuditStore::entry)
                .list();
    }

    private static boolean isId(@Nullable String text) {
        return text != null && ID.matcher(text).matches();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Actor(
                        Actor.Kind.parse(row.getString("actor_kind")),
                        row.getObject("actor_id", UUID.class),
                        row.getString("actor_name")),
                AuditAction.parse(row.getString("action")),
                new Subject(
                        SubjectKind.parse(row.getString("subject_kind")),
                        row.getString("subject_id"),
                        row.getString("subject_name")),
                row.getString("detail"));
    }
}
