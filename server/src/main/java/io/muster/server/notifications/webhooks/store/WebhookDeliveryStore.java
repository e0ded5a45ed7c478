package io.muster.server.notifications.webhooks.store;

import io.muster.server.imports.Import;
import io.muster.server.notifications.webhooks.Delivery;
import io.muster.server.notifications.webhooks.EventType;
import io.muster.server.notifications.webhooks.SendOutcome;
import io.muster.server.notifications.webhooks.SendOutcome.Accepted;
import io.muster.server.notifications.webhooks.SendOutcome.Declined;
import io.muster.server.notifications.webhooks.SendOutcome.Unanswered;
import io.muster.server.notifications.webhooks.Webhook;
import io.muster.server.tenants.TenantId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables `webhook_event` and `webhook_delivery`: what there is to tell, and how far the
/// telling is; call it in a transaction of the tenant.
@Repository
public class WebhookDeliveryStore {
    private static final String INSERT_EVENT =
            """
            insert into webhook_event (tenant_id, id, type, import_id, attempt, body)
            values (:tenant, :id, :type, :import, :attempt, :body)
            on conflict (tenant_id, import_id, attempt, type) do nothing
            """;

    private static final String INSERT =
            """
            insert into webhook_delivery (tenant_id, id, webhook_id, event_id)
            values (:tenant, :id, :webhook, :event)
            """;

    private static final String LIST =
            """
            select d.*, e.type, e.import_id, i.number
              from webhook_delivery d
              join webhook_event e on e.tenant_id = d.tenant_id and e.id = d.event_id
              left join import i on i.tenant_id = e.tenant_id and i.id = e.import_id
             where d.tenant_id = :tenant and d.webhook_id = :webhook
               and (:id::uuid is null or d.id = :id) and (:before::uuid is null or d.id < :before)
             order by d.id desc
             limit :limit
            """;

    private static final String WEBHOOK_OF_WAITING =
            """
            select webhook_id from webhook_delivery
             where tenant_id = :tenant and id = :id and state = 'waiting'
            """;

    // Clocks of application and database may differ a little; early by that much is no harm.
    private static final String CLAIM =
            """
            update webhook_delivery d
               set claimed_until = now() + make_interval(secs => :lease)
              from webhook w, webhook_event e
             where d.tenant_id = :tenant and d.id = :id and d.state = 'waiting'
               and d.due_at <= now() + interval '1 second'
               and (d.claimed_until is null or d.claimed_until < now())
               and w.tenant_id = d.tenant_id and w.id = d.webhook_id
               and e.tenant_id = d.tenant_id and e.id = d.event_id
            returning d.id, d.webhook_id, d.event_id, d.attempts, e.type, e.body, w.url, w.state, w.secret,
                      case when w.former_until > now() then w.former_secret end as former_secret
            """;

    private static final String DUE =
            """
            select extract(epoch from greatest(due_at, claimed_until, now()) - now())::float8 + 0.5
              from webhook_delivery
             where tenant_id = :tenant and id = :id and state = 'waiting'
            """;

    // Only the try that follows the last one counts, whoever else has tried meanwhile.
    private static final String SETTLE =
            """
            update webhook_delivery
               set state = :state, attempts = attempts + 1, claimed_until = null, tried_at = now(),
                   due_at = now() + make_interval(secs => :pause),
                   response_code = :code, response = :response, failure = :failure
             where tenant_id = :tenant and id = :id and state = 'waiting' and attempts = :attempts
            """;

    private static final String FORGET =
            """
            delete from webhook_event
             where tenant_id = :tenant and created_at < now() - make_interval(secs => :seconds)
            """;

    private final JdbcClient jdbc;

    WebhookDeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What is to be sent, where, and by whom it is to be signed.
    ///
    /// @param secrets sealed, the present one first
    public record Parcel(
            UUID id,
            UUID webhookId,
            UUID eventId,
            int attempts,
            String type,
            String body,
            URI url,
            Webhook.State state,
            List<byte[]> secrets) {}

    /// @return false when this end of the import is known already
    public boolean insertEvent(
            TenantId tenant, UUID id, EventType type, Import about, String body) {
        return insertEvent(tenant, id, type, about.id(), about.attempt().number(), body);
    }

    public void insertTest(TenantId tenant, UUID id, String body) {
        insertEvent(tenant, id, EventType.TEST, null, null, body);
    }

    private boolean insertEvent(
            TenantId tenant,
            UUID id,
            EventType type,
            @Nullable UUID importId,
            @Nullable Integer attempt,
            String body) {
        return jdbc.sql(INSERT_EVENT)
                        .param("tenant", tenant.value())
                        .param("id", id)
                        .param("type", type.text())
                        .param("import", importId)
                        .param("attempt", attempt)
                        .param("body", body)
                        .update()
                > 0;
    }

    public void insert(TenantId tenant, UUID id, UUID webhook, UUID event) {
        jdbc.sql(INSERT)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("webhook", webhook)
                .param("event", event)
                .update();
    }

    /// Newest first.
    ///
    /// @param before null from the newest
    public List<Delivery> list(TenantId tenant, UUID webhook, @Nullable UUID before, int limit) {
        return list(tenant, webhook, null, before, limit);
    }

    public Optional<Delivery> find(TenantId tenant, UUID webhook, UUID id) {
        return list(tenant, webhook, id, null, 1).stream().findFirst();
    }

    private List<Delivery> list(
            TenantId tenant, UUID webhook, @Nullable UUID id, @Nullable UUID before, int limit) {
        return jdbc.sql(LIST)
                .param("tenant", tenant.value())
                .param("webhook", webhook)
                .param("id", id)
                .param("before", before)
                .param("limit", limit)
                .query(WebhookDeliveryStore::read)
                .list();
    }

    /// Where a delivery goes; empty when there is none that waits.
    public Optional<UUID> webhookOfWaiting(TenantId tenant, UUID id) {
        return jdbc.sql(WEBHOOK_OF_WAITING)
                .param("tenant", tenant.value())
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    /// Makes the caller the only one who sends it for some time; empty when it is not due, or
    /// somebody else's.
    public Optional<Parcel> claim(TenantId tenant, UUID id, Duration lease) {
        return jdbc.sql(CLAIM)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("lease", (double) lease.toSeconds())
                .query(WebhookDeliveryStore::parcel)
                .optional();
    }

    /// How long it is until a waiting delivery can be claimed.
    public Optional<Duration> due(TenantId tenant, UUID id) {
        return jdbc.sql(DUE)
                .param("tenant", tenant.value())
                .param("id", id)
                .query(Double.class)
                .optional()
                .map(seconds -> Duration.ofMillis(Math.round(seconds * 1_000)));
    }

    /// Notes what came of a try.
    ///
    /// @param pause until the next one; null when it was the last
    /// @return false when another try was noted meanwhile
    public boolean settle(
            TenantId tenant, Parcel parcel, SendOutcome outcome, @Nullable Duration pause) {
        Delivery.State state =
                outcome instanceof Accepted
                        ? Delivery.State.DELIVERED
                        : pause == null ? Delivery.State.FAILED : Delivery.State.WAITING;
        return jdbc.sql(SETTLE)
                        .param("tenant", tenant.value())
                        .param("id", parcel.id())
                        .param("attempts", parcel.attempts())
                        .param("state", state.text())
                        .param("pause", pause == null ? 0 : pause.toMillis() / 1_000.0)
                        .param("code", code(outcome))
                        .param("response", response(outcome))
                        .param("failure", outcome instanceof Unanswered(String why) ? why : null)
                        .update()
                > 0;
    }

    /// Forgets what happened longer ago.
    public void forget(TenantId tenant, Duration age) {
        jdbc.sql(FORGET)
                .param("tenant", tenant.value())
                .param("seconds", (double) age.toSeconds())
                .update();
    }

    private static @Nullable Integer code(SendOutcome outcome) {
        return switch (outcome) {
            case Accepted(int code, String _) -> code;
            case Declined(int code, String _) -> code;
            case Unanswered _ -> null;
        };
    }

    private static @Nullable String response(SendOutcome outcome) {
        return switch (outcome) {
            case Accepted(int _, String text) -> text;
            case Declined(int _, String text) -> text;
            case Unanswered _ -> null;
        };
    }

    private static Parcel parcel(ResultSet row, int index) throws SQLException {
        byte[] former = row.getBytes("former_secret");
        byte[] secret = row.getBytes("secret");
        return new Parcel(
                row.getObject("id", UUID.class),
                row.getObject("webhook_id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getInt("attempts"),
                row.getString("type"),
                row.getString("body"),
                URI.create(row.getString("url")),
                Webhook.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                former == null ? List.of(secret) : List.of(secret, former));
    }

    private static Delivery read(ResultSet row, int index) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("webhook_id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getObject("import_id", UUID.class),
                row.getObject("number", Long.class),
                Delivery.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("attempts"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getObject("response_code", Integer.class),
                row.getString("response"),
                row.getString("failure"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "tried_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
