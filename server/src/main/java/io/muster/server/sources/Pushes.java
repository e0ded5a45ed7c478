package io.muster.server.sources;

import io.muster.engine.mapping.InvalidPolicy;
import io.muster.engine.mapping.MappedRow;
import io.muster.engine.matching.Change;
import io.muster.engine.matching.Decision;
import io.muster.engine.plan.Plan;
import io.muster.server.contacts.Origin;
import io.muster.server.imports.PushedRows;
import io.muster.server.imports.PushedRows.Push;
import io.muster.server.platform.Ids;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.sources.store.SourceEventStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Takes what sources push. All of a push is written in one transaction; once it is answered, it is
/// on the disk.
@Component
public class Pushes {
    /// The most objects of one push.
    public static final int MOST = 1_000;

    private static final String EVENT_ID = "event_id";
    private static final int LONGEST_EVENT_ID = 255;

    private final TenantTransactions transactions;
    private final SourceSettings settings;
    private final SourceEventStore events;
    private final PushedRows rows;

    Pushes(
            TenantTransactions transactions,
            SourceSettings settings,
            SourceEventStore events,
            PushedRows rows) {
        this.transactions = transactions;
        this.settings = settings;
        this.events = events;
        this.rows = rows;
    }

    /// What would become of an object.
    ///
    /// @param change what it would do to a contact, null for nothing
    public record Preview(PushResult result, @Nullable Change change) {}

    /// Writes contacts and log.
    ///
    /// An object whose `event_id` came before is not written again: it is answered as it was then.
    ///
    /// @return what became of the objects, in their order
    /// @throws ApiProblem 422 when there are too many, or when one is none
    public List<PushResult> push(TenantId tenant, Source source, List<JsonNode> objects) {
        return push(tenant, source, objects, Ids.next());
    }

    /// The same for what a webhook brings.
    ///
    /// @param webhook its name, by which it is recognised when it comes again
    /// @return empty when it came before
    public List<PushResult> pushOnce(
            TenantId tenant, Source source, List<JsonNode> objects, String webhook) {
        return transactions.call(
                tenant,
                () -> {
                    UUID delivery = Ids.next();
                    return events.claimWebhook(tenant, source.id(), delivery, webhook)
                            ? push(tenant, source, objects, delivery)
                            : List.of();
                });
    }

    /// What would become of objects; nothing is written.
    public List<Preview> preview(TenantId tenant, Source source, List<JsonNode> objects) {
        refuseUnreadable(objects);
        if (objects.isEmpty()) {
            return List.of();
        }
        return transactions.call(
                tenant,
                () -> {
                    Plan plan = settings.plan(tenant, source.settings());
                    return rows.decide(tenant, plan, mapped(source, plan, objects)).stream()
                            .map(decision ->
                                    new Preview(
                                            PushResult.of(decision).imagined(), decision.change()))
                            .toList();
                });
    }

    private List<PushResult> push(
            TenantId tenant, Source source, List<JsonNode> objects, UUID delivery) {
        refuseUnreadable(objects);
        List<@Nullable String> eventIds = eventIds(objects);
        if (objects.isEmpty()) {
            return List.of();
        }
        return transactions.call(
                tenant,
                () -> {
                    Plan plan = settings.plan(tenant, source.settings());
                    List<MappedRow> mapped = mapped(source, plan, objects);
                    SortedMap<String, Long> firsts = firsts(eventIds);
                    Set<String> fresh = events.claim(tenant, source.id(), delivery, firsts);
                    List<MappedRow> wanted = new ArrayList<>();
                    for (int i = 0; i < objects.size(); i++) {
                        String event = eventIds.get(i);
                        if (event == null
                                || (fresh.contains(event)
                                        && Objects.equals(firsts.get(event), i + 1L))) {
                            wanted.add(mapped.get(i));
                        }
                    }
                    Map<Long, PushResult> written =
                            write(tenant, source, plan, delivery, wanted, objects);
                    return answers(tenant, source, eventIds, firsts, fresh, written);
                });
    }

    private Map<Long, PushResult> write(
            TenantId tenant,
            Source source,
            Plan plan,
            UUID delivery,
            List<MappedRow> wanted,
            List<JsonNode> objects) {
        Map<Long, PushResult> written = new HashMap<>();
        if (!wanted.isEmpty()) {
            var push =
                    new Push(
                            delivery,
                            source.key(),
                            Origin.ofSource(source.name()),
                            plan,
                            wanted,
                            number -> Payload.of(objects.get((int) number - 1)));
            for (Decision decision : rows.write(tenant, push)) {
                written.put(decision.row().source().number(), PushResult.of(decision));
            }
        }
        return written;
    }

    private List<PushResult> answers(
            TenantId tenant,
            Source source,
            List<@Nullable String> eventIds,
            SortedMap<String, Long> firsts,
            Set<String> fresh,
            Map<Long, PushResult> written) {
        List<String> known =
                firsts.keySet().stream().filter(event -> !fresh.contains(event)).toList();
        Map<String, PushResult> earlier = events.answers(tenant, source.id(), known);
        List<PushResult> answers = new ArrayList<>(eventIds.size());
        for (int i = 0; i < eventIds.size(); i++) {
            String event = eventIds.get(i);
            PushResult answer =
                    event == null
                            ? written.get(i + 1L)
                            : fresh.contains(event)
                                    ? written.get(firsts.get(event))
                                    : earlier.get(event);
            answers.add(Objects.requireNonNull(answer));
        }
        return answers;
    }

    private static List<MappedRow> mapped(Source source, Plan plan, List<JsonNode> objects) {
        var reader =
                new PushedObject(
                        source,
                        "reject_row".equals(source.settings().onInvalid())
                                ? InvalidPolicy.REJECT_ROW
                                : InvalidPolicy.DROP_FIELD);
        List<MappedRow> mapped = new ArrayList<>(objects.size());
        for (int i = 0; i < objects.size(); i++) {
            mapped.add(plan.mapper().map(reader.row(i + 1L, objects.get(i))));
        }
        return mapped;
    }

    /// The first row of each event.
    private static SortedMap<String, Long> firsts(List<@Nullable String> eventIds) {
        SortedMap<String, Long> firsts = new TreeMap<>();
        for (int i = 0; i < eventIds.size(); i++) {
            String event = eventIds.get(i);
            if (event != null) {
                firsts.putIfAbsent(event, i + 1L);
            }
        }
        return firsts;
    }

    private static List<@Nullable String> eventIds(List<JsonNode> objects) {
        List<@Nullable String> ids = new ArrayList<>(objects.size());
        for (int i = 0; i < objects.size(); i++) {
            JsonNode id = objects.get(i).path(EVENT_ID);
            if (id.isMissingNode() || id.isNull()) {
                ids.add(null);
                continue;
            }
            String text = id.isString() || id.isIntegralNumber() ? id.asString() : "";
            if (text.isBlank() || text.length() > LONGEST_EVENT_ID || text.indexOf('\0') >= 0) {
                String message =
                        "An event_id is a text or a whole number of 1 to %d characters."
                                .formatted(LONGEST_EVENT_ID);
                throw ApiProblem.unprocessable(
                        message,
                        List.of(
                                new FieldError(
                                        "/" + i + "/" + EVENT_ID, "INVALID_EVENT_ID", message)));
            }
            ids.add(text);
        }
        return ids;
    }

    private static void refuseUnreadable(List<JsonNode> objects) {
        if (objects.size() > MOST) {
            throw ApiProblem.unprocessable(
                    "Send at most 1,000 objects at once.",
                    List.of(new FieldError("", "TOO_MANY", "Send at most 1,000 objects at once.")));
        }
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            if (!objects.get(i).isObject()) {
                errors.add(
                        new FieldError(
                                "/" + i,
                                "NOT_AN_OBJECT",
                                "Each contact is an object with the parts that the source maps."));
            }
        }
        if (!errors.isEmpty()) {
            throw ApiProblem.unprocessable("Nothing was written: not all are objects.", errors);
        }
    }
}
