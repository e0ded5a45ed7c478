package io.muster.server.imports.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.server.TestApi;
import io.muster.server.imports.ImportApi;
import io.muster.server.imports.ImportTest;
import io.muster.server.imports.faults.FailingCommits.Moment;
import io.muster.server.imports.faults.FailingCommits.Whose;
import io.muster.server.notifications.webhooks.Receiver;
import io.muster.server.notifications.webhooks.Receiver.Got;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Whichever commit of an import is lost, its end is one event: told to the receiver, under one id.
@ManyCommits
class WebhookFaultsTest extends ImportTest {
    /// More than an import of one row and its message need.
    private static final int COMMITS = 14;

    private static final String FILE = "Phone\n212-555-0101\n";

    private record Case(int lost, Moment moment, TestApi calls, String webhook) {}

    @Test
    void everyCommitMayBeLost() {
        try (Receiver receiver = new Receiver()) {
            List<Case> cases = new ArrayList<>();
            for (Moment moment : List.of(Moment.BEFORE, Moment.AFTER)) {
                for (int lost = 1; lost <= COMMITS; lost++) {
                    cases.add(begin(receiver, lost, moment));
                }
            }
            cases.forEach(one -> check(receiver, one));
            assertThat(cases)
                    .as("the last commit was not lost")
                    .anyMatch(one ->
                            !FailingCommits.hasFailed(one.calls().tenant().id(), Whose.WORKERS));
        }
    }

    private Case begin(Receiver receiver, int lost, Moment moment) {
        var of = new ImportApi(web, tenants.create());
        var calls = new TestApi(web, of.tenant());
        String webhook =
                calls.made("/api/v1/webhooks", "{\"url\": \"" + receiver.url() + "\"}");
        var id = of.upload(FILE);
        assertThat(of.map(id, "{}")).hasStatusOk();
        FailingCommits.arm(of.tenant().id(), Whose.WORKERS, lost, moment);
        assertThat(of.start(id)).hasStatus(202);
        return new Case(lost, moment, calls, webhook);
    }

    private void check(Receiver receiver, Case one) {
        List<Map<String, Object>> told =
                await().atMost(Duration.ofSeconds(60))
                        .until(
                                () ->
                                        TestApi.json(
                                                        one.calls()
                                                                .get(
                                                                        "/api/v1/webhooks/"
                                                                                + one.webhook()
                                                                                + "/deliveries"))
                                                .<List<Map<String, Object>>>read("$.items"),
                                all ->
                                        !all.isEmpty()
                                                && all.stream()
                                                        .noneMatch(message ->
                                                                "waiting"
                                                                        .equals(
                                                                                message.get(
                                                                                        "state"))));
        assertThat(told).as("commit %d lost %s", one.lost(), one.moment()).hasSize(1);
        Map<String, Object> message = told.getFirst();
        assertThat(message.get("state")).isEqualTo("delivered");
        assertThat(receiver.got().stream().map(Got::id)).contains(message.get("event_id") + "");
        assertThat(
                        receiver.got().stream()
                                .filter(got -> got.body().contains(message.get("import_id") + ""))
                                .map(Got::id)
                                .distinct())
                .hasSize(1);
    }
}
