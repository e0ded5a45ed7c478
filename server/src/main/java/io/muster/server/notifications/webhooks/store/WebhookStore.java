package io.muster.server.notifications.webhooks.store;

import io.muster.server.notifications.webhooks.EventType;
import io.muster.server.notifications.webhooks.Webhook;
import io.muster.server.tenants.TenantId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `webhook`; call it in a transaction of the tenant.
@Repository
public class WebhookStore {
    private static final String LIST =
            """
            select * from webhook
             where tenant_id = :tenant and (:after::uuid is null or id > :after)
             order by id
             limit :limit
            """;

    private static final String FIND =
            "select * from webhook where tenant_id = :tenant and id = :id";

    private static final String LOCK = FIND + " for update";

    private static final String COUNT = "select count(*) from webhook where tenant_id = :tenant";

    private static final String WANTING =
            """
            select id from webhook
             where tenant_id = :tenant and state <> 'paused' and :event = any (events)
             order by id
            """;

    private static final String INSERT =
            """
            insert into webhook (tenant_id, id, name, url, events, secret)
            values (:tenant, :id, :name, :url, :events, :secret)
            """;

    // At another address it has not failed yet.
    private static final String UPDATE =
            """
            update webhook set name = :name, url = :url, events = :events, updated_at = now(),
                               unanswered = case when url <> :url then 0 else unanswered end,
                               state = case when state = 'failing' and url <> :url then 'active' else state end
             where tenant_id = :tenant and id = :id
            """;

    private static final String SET_STATE =
            "update webhook set state = :state, unanswered = 0, updated_at = now() where tenant_id = :tenant and id = :id";

    private static final String ROTATE =
            """
            update webhook set former_secret = secret, former_until = now() + make_interval(secs => :seconds),
                               secret = :secret, updated_at = now()
             where tenant_id = :tenant and id = :id
            """;

    private static final String UNANSWERED =
            """
            update webhook set unanswered = unanswered + 1,
                               state = case when unanswered + 1 >= :most then 'failing' else state end
             where tenant_id = :tenant and id = :id and state = 'active'
            returning state = 'failing'
            """;

    private static final String ANSWERED =
            "update webhook set unanswered = 0 where tenant_id = :tenant and id = :id and unanswered > 0";

    private static final String FAILING =
            "update webhook set state = 'failing' where tenant_id = :tenant and id = :id and state = 'active'";

    private static final String RECOVERED =
            "update webhook set state = 'active' where tenant_id = :tenant and id = :id and state = 'failing'";

    private static final String DELETE =
            "delete from webhook where tenant_id = :tenant and id = :id";

    private final JdbcClient jdbc;

    WebhookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Oldest first.
    ///
    /// @param after null from the oldest
    public List<Webhook> list(TenantId tenant, @Nullable UUID after, int limit) {
        return jdbc.sql(LIST)
                .param("tenant", tenant.value())
                .param("after", after)
                .param("limit", limit)
                .query(WebhookStore::read)
                .list();
    }

    public Optional<Webhook> find(TenantId tenant, UUID id) {
        return jdbc.sql(FIND)
                .param("tenant", tenant.value())
                .param("id", id)
                .query(WebhookStore::read)
                .optional();
    }

    /// As it is, and nobody else changes it until the transaction ends.
    public Optional<Webhook> lock(TenantId tenant, UUID id) {
        return jdbc.sql(LOCK)
                .param("tenant", tenant.value())
                .param("id", id)
                .query(WebhookStore::read)
                .optional();
    }

    public int count(TenantId tenant) {
        return jdbc.sql(COUNT).param("tenant", tenant.value()).query(Integer.class).single();
    }

    /// Those that are to be told of an event.
    public List<UUID> wanting(TenantId tenant, EventType event) {
        return jdbc.sql(WANTING)
                .param("tenant", tenant.value())
                .param("event", event.text())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /// @param secret sealed
    public void insert(TenantId tenant, UUID id, Webhook.Content content, byte[] secret) {
        jdbc.sql(INSERT)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("name", content.name())
                .param("url", content.url())
                .param("events", texts(content.events()))
                .param("secret", secret)
                .update();
    }

    public void update(TenantId tenant, UUID id, Webhook.Content content) {
        jdbc.sql(UPDATE)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("name", content.name())
                .param("url", content.url())
                .param("events", texts(content.events()))
                .update();
    }

    public void setState(TenantId tenant, UUID id, Webhook.State state) {
        jdbc.sql(SET_STATE)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("state", state.text())
                .update();
    }

    /// @param secret the new one, sealed
    /// @param both how long the former one signs too
    public void rotate(TenantId tenant, UUID id, byte[] secret, Duration both) {
        jdbc.sql(ROTATE)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("secret", secret)
                .param("seconds", (double) both.toSeconds())
                .update();
    }

    /// Notes that a try got no answer.
    ///
    /// @param most in a row, with which it fails
    /// @return whether it was well until now, and fails with this one
    public boolean unanswered(TenantId tenant, UUID id, int most) {
        return jdbc.sql(UNANSWERED)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("most", most)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /// Notes that it answers.
    public void answered(TenantId tenant, UUID id) {
        update(ANSWERED, tenant, id);
    }

    /// @return whether it was well until now
    public boolean failing(TenantId tenant, UUID id) {
        return update(FAILING, tenant, id);
    }

    /// A message got through.
    public void recovered(TenantId tenant, UUID id) {
        update(RECOVERED, tenant, id);
    }

    /// @return false when there is none
    public boolean delete(TenantId tenant, UUID id) {
        return update(DELETE, tenant, id);
    }

    private boolean update(String sql, TenantId tenant, UUID id) {
        return jdbc.sql(sql).param("tenant", tenant.value()).param("id", id).update() > 0;
    }

    private static String[] texts(Set<EventType> events) {
        return events.stream().map(EventType::text).toArray(String[]::new);
    }

    private static Webhook read(ResultSet row, int index) throws SQLException {
        Set<EventType> events = EnumSet.noneOf(EventType.class);
        for (Object text : (Object[]) row.getArray("events").getArray()) {
            EventType.find(text.toString()).ifPresent(events::add);
        }
        return new Webhook(
                row.getObject("id", UUID.class),
                row.getString("name"),
                URI.create(row.getString("url")),
                events,
                Webhook.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
