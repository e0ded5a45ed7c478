package io.muster.server.imports.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.muster.server.TestApi;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants.TestTenant;
import io.muster.server.imports.ImportTest;
import io.muster.server.imports.faults.FailingCommits.Moment;
import io.muster.server.imports.faults.FailingCommits.Whose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Whichever commit of a push is lost: what was answered is there, what was not may be sent again,
/// and nothing is there twice.
@ManyCommits
class PushFaultsTest extends ImportTest {
    private static final int MOST = 12;
    private static final String BODY =
            "[{\"event_id\": \"a\", \"email\": \"a@example.org\"}, {\"event_id\": \"b\", \"email\": \"b@example.org\"}]";

    @ParameterizedTest
    @EnumSource
    void everyCommitOfAPushMayBeLost(Moment moment) {
        for (int lost = 1; lost < MOST; lost++) {
            if (loseOne(lost, moment, "")) {
                return;
            }
        }
        fail("No push passed untouched");
    }

    @ParameterizedTest
    @EnumSource
    void everyCommitOfAKeyedPushMayBeLost(Moment moment) {
        for (int lost = 1; lost < MOST; lost++) {
            if (loseOne(lost, moment, "once")) {
                return;
            }
        }
        fail("No push passed untouched");
    }

    /// @return whether the push needs fewer commits
    private boolean loseOne(int lost, Moment moment, String key) {
        TestTenant tenant = tenants.create();
        var calls = new TestApi(web, tenant);
        assertThat(calls.post("/api/v1/sources", "{\"key\": \"crm\", \"name\": \"CRM\"}"))
                .hasStatus(201);
        FailingCommits.arm(tenant.id(), Whose.REQUESTS, lost, moment);

        MvcTestResult answer = push(tenant, key);

        boolean untouched = !FailingCommits.hasFailed(tenant.id(), Whose.REQUESTS);
        FailingCommits.disarm(tenant.id());
        int logged = logged(calls);
        if (answer.getUnresolvedException() == null && answer.getResponse().getStatus() == 200) {
            assertThat(logged).as("answered is durable").isEqualTo(2);
        } else {
            assertThat(answer).as("commit %d %s", lost, moment).hasStatus(503);
            assertThat(TestBrowser.text(answer)).contains("again");
            assertThat(logged).as("all or nothing").isIn(0, 2);
        }
        MvcTestResult again = push(tenant, key);
        assertThat(again).hasStatusOk();
        assertThat(TestBrowser.text(again)).contains("created").doesNotContain("unchanged");
        assertThat(logged(calls)).as("never twice").isEqualTo(2);
        return untouched;
    }

    private MvcTestResult push(TestTenant tenant, String key) {
        var request =
                web.post()
                        .uri("/api/v1/sources/crm/contacts")
                        .header("Authorization", tenant.bearer())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(BODY);
        return (key.isEmpty() ? request : request.header("Idempotency-Key", key)).exchange();
    }

    private static int logged(TestApi calls) {
        return TestApi.json(calls.get("/api/v1/import-log?source=crm")).read("$.counts.all");
    }
}
