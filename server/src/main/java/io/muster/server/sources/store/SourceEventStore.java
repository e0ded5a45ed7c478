package io.muster.server.sources.store;

import io.muster.engine.outcome.Info;
import io.muster.server.platform.Json;
import io.muster.server.sources.PushResult;
import io.muster.server.tenants.TenantId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/// The table `source_event`; call it in the transaction that writes what the events bring.
@Repository
public class SourceEventStore {
    // Whoever brings the same event at the same time waits here for the first to commit or give up.
    // In one order always, so that two pushes of the same events do not wait for each other.
    private static final String CLAIM =
            """
            insert into source_event (tenant_id, source_id, kind, name, delivery_id, row_number)
            select :tenant, :source, 'event', name, :delivery, number
              from unnest(:names, :numbers) with ordinality as brought (name, number, place)
             order by place
            on conflict do nothing
            returning name
            """;

    private static final String ANSWERS =
            """
            select e.name, l.result, l.action, l.contact_id, l.matched_on, l.info
              from source_event e
              join log_row l on l.tenant_id = e.tenant_id and l.delivery_id = e.delivery_id
                            and l.row_number = e.row_number
             where e.tenant_id = :tenant and e.source_id = :source and e.kind = 'event' and e.name = any (:names)
            """;

    private static final String CLAIM_WEBHOOK =
            """
            insert into source_event (tenant_id, source_id, kind, name, delivery_id, row_number)
            values (:tenant, :source, 'webhook', :name, :delivery, 0)
            on conflict do nothing
            """;

    private static final String FORGET =
            """
            delete from source_event
             where tenant_id = :tenant and received_at < now() - make_interval(secs => :seconds)
            """;

    private final JdbcClient jdbc;

    SourceEventStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Notes that events come with a delivery.
    ///
    /// @param rows the number of the row that each brings
    /// @return those of them that never came before
    public Set<String> claim(
            TenantId tenant, UUID source, UUID delivery, SortedMap<String, Long> rows) {
        if (rows.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(
                jdbc.sql(CLAIM)
                        .param("tenant", tenant.value())
                        .param("source", source)
                        .param("delivery", delivery)
                        .param("names", rows.keySet().toArray(String[]::new))
                        .param("numbers", rows.values().toArray(Long[]::new))
                        .query((row, i) -> row.getString(1))
                        .list());
    }

    /// What became of events when they came for the first time, as far as the log still knows.
    public Map<String, PushResult> answers(TenantId tenant, UUID source, Collection<String> names) {
        Map<String, PushResult> answers = new HashMap<>();
        if (!names.isEmpty()) {
            jdbc.sql(ANSWERS)
                    .param("tenant", tenant.value())
                    .param("source", source)
                    .param("names", names.toArray(String[]::new))
                    .query(row -> {
                        String info = row.getString("info");
                        answers.put(
                                row.getString("name"),
                                new PushResult(
                                        row.getString("result"),
                                        row.getString("action"),
                                        row.getObject("contact_id", UUID.class),
                                        row.getString("matched_on"),
                                        info == null
                                                ? List.of()
                                                : Json.read(
                                                        info, new TypeReference<List<Info>>() {})));
                    });
        }
        return answers;
    }

    /// @return false when a webhook of this name came before
    public boolean claimWebhook(TenantId tenant, UUID source, UUID delivery, String name) {
        return jdbc.sql(CLAIM_WEBHOOK)
                        .param("tenant", tenant.value())
                        .param("source", source)
                        .param("delivery", delivery)
                        .param("name", name)
                        .update()
                == 1;
    }

    /// Forgets what came longer ago.
    public void forget(TenantId tenant, Duration age) {
        jdbc.sql(FORGET)
                .param("tenant", tenant.value())
                .param("seconds", (double) age.toSeconds())
                .update();
    }
}
