package io.muster.server.imports.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.DocumentContext;
import io.muster.server.TestApi;
import io.muster.server.imports.ImportApi;
import io.muster.server.imports.ImportTest;
import io.muster.server.imports.faults.FailingCommits.Moment;
import io.muster.server.imports.faults.FailingCommits.Whose;
import io.muster.server.notifications.webhooks.Receiver;
import io.muster.server.notifications.webhooks.Receiver.Got;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The n-th commit of an import or upload fails, for n = 1, 2, … until one passes untouched: the
/// result is the same each time, whether the database had carried the commit out or not.
@ManyCommits
class CommitFaultsTest extends ImportTest {
    private static final int COMMITS_AT_ONCE = 40;
    private static final int MOST = 200;
    private static final String OUTCOME =
            "completed 30: 20 created, 2 updated, 3 unchanged, 1 skipped, 4 failed (5 warnings)";

    /// An import that is to lose one commit, in a tenant of its own.
    ///
    /// @param campaign whose members the contacts become
    /// @param webhook that is told of the end
    private record Case(
            int lost, Moment moment, ImportApi api, UUID id, String campaign, String webhook) {}

    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    /// All at once: whoever loses a commit of the scheduler waits until it notices.
    @Test
    void everyCommitMayBeLost() {
        Set<Moment> open = EnumSet.allOf(Moment.class);
        for (int first = 1; !open.isEmpty(); first += COMMITS_AT_ONCE) {
            assertThat(first).as("commits of one import").isLessThan(MOST);
            List<Case> cases = new ArrayList<>();
            for (int lost = first; lost < first + COMMITS_AT_ONCE; lost++) {
                for (Moment moment : open) {
                    cases.add(begin(lost, moment));
                }
            }
            for (Case one : cases) {
                check(one);
                if (!FailingCommits.hasFailed(one.api().tenant().id(), Whose.WORKERS)) {
                    open.remove(one.moment());
                }
            }
        }
    }

    /// Whoever is told that it failed may find the import there all the same, but then it is whole.
    @ParameterizedTest
    @EnumSource(names = "FORGOTTEN", mode = EnumSource.Mode.EXCLUDE)
    void everyCommitOfAnUploadMayBeLost(Moment moment) throws IOException {
        for (int lost = 1; lost < MOST; lost++) {
            api = new ImportApi(web, tenants.create());
            long before = files().count();
            FailingCommits.arm(api.tenant().id(), Whose.REQUESTS, lost, moment);

            MvcTestResult answer = api.send(api.startNow(file(), ""));

            boolean untouched = !FailingCommits.hasFailed(api.tenant().id(), Whose.REQUESTS);
            FailingCommits.disarm(api.tenant().id());
            List<String> made = imports();
            assertThat(made).hasSizeBetween(isAcknowledged(answer) ? 1 : 0, 1);
            assertThat(files().count() - before).as("files").isEqualTo(made.size());
            for (String id : made) {
                assertThat(ImportApi.summary(api.await(UUID.fromString(id)))).isEqualTo(OUTCOME);
            }
            if (untouched) {
                return;
            }
        }
        fail("No upload passed untouched");
    }

    /// What escapes the controllers is answered by the container, which is not here.
    private static boolean isAcknowledged(MvcTestResult answer) {
        return answer.getUnresolvedException() == null && answer.getResponse().getStatus() == 202;
    }

    private Case begin(int lost, Moment moment) {
        var of = new ImportApi(web, tenants.create());
        UUID id = of.upload(file(), "");
        String campaign =
                new TestApi(web, of.tenant()).made("/api/v1/campaigns", "{\"name\": \"Spring\"}");
        assertThat(of.map(id, "{\"options\": {\"campaign_id\": \"" + campaign + "\"}}"))
                .hasStatusOk();
        String webhook =
                new TestApi(web, of.tenant())
                        .made("/api/v1/webhooks", "{\"url\": \"" + receiver.url() + "\"}");
        FailingCommits.arm(of.tenant().id(), Whose.WORKERS, lost, moment);
        assertThat(of.start(id)).hasStatus(202);
        return new Case(lost, moment, of, id, campaign, webhook);
    }

    private void check(Case one) {
        DocumentContext done = one.api().await(one.id());
        assertThat(ImportApi.summary(done))
                .as("commit %d lost %s", one.lost(), one.moment())
                .isEqualTo(OUTCOME);
        DocumentContext campaign =
                ImportApi.json(one.api().get("/api/v1/campaigns/" + one.campaign()));
        assertThat(campaign.<Integer>read("$.members"))
                .as("commit %d lost %s", one.lost(), one.moment())
                .isEqualTo(20);
        invariants().assertHoldAndExplainEveryContact(one.api().tenant().id());
        checkTold(one);
    }

    /// That it has ended is one event, told under one id.
    private void checkTold(Case one) {
        String path = "/api/v1/webhooks/" + one.webhook() + "/deliveries";
        List<Map<String, Object>> told =
                await().atMost(Duration.ofSeconds(60))
                        .until(
                                () -> ImportApi.json(one.api().get(path)).read("$.items"),
                                all ->
                                        all.stream()
                                                .noneMatch(message ->
                                                        "waiting".equals(message.get("state"))));
        assertThat(told)
                .as("commit %d lost %s", one.lost(), one.moment())
                .singleElement()
                .satisfies(message -> assertThat(message.get("state")).isEqualTo("delivered"));
        assertThat(
                        receiver.got().stream()
                                .filter(got -> got.body().contains(one.id().toString()))
                                .map(Got::id)
                                .distinct())
                .containsExactly(told.getFirst().get("event_id") + "");
    }

    /// Five batches, in which every outcome occurs.
    private static byte[] file() {
        StringBuilder file = new StringBuilder("Phone,First name\n");
        for (int row = 1; row <= 20; row++) {
            file.append("+1415555").append(2600 + row).append(",Ana\n");
        }
        file.append("+14155552601,Ana\n+14155552602,Ben\n+14155552620,Ana\n+14155552615,Cem\n");
        file.append("+14155552615,Cem\n12,a\n13,b\n,c\n14,d\n15,e\n");
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }
}
