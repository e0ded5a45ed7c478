package io.muster.server.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.TestApi;
import io.muster.server.imports.ImportApi;
import io.muster.server.imports.ImportTest;
import io.muster.server.imports.UndoApi;
import io.muster.server.tenants.TenantTransactions;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What keeps a campaign from beginning, and how each of it is mended.
class ReadinessTest extends ImportTest {
    private static final String GOOD =
            "Phone,Time zone\n+12125550142,Europe/Berlin\n+12125550143,Europe/Berlin\n";

    @Autowired TenantTransactions transactions;
    @Autowired JdbcClient jdbc;
    private TestApi program;
    private CampaignApi campaign;

    @BeforeEach
    void makeCampaign() {
        program = new TestApi(web, api.tenant());
        campaign = CampaignApi.create(program, api, 2);
    }

    @Test
    void aCampaignWithAllItNeedsIsReady() {
        assertThat(campaign.open()).containsExactly("IMPORT_FINISHED", "COUNTS_MATCH");

        campaign.bring(GOOD, "");

        assertThat(campaign.open()).isEmpty();
        assertThat(campaign.readiness().<Boolean>read("$.ready")).isTrue();
        assertThat(campaign.message("COUNTS_MATCH")).isEqualTo("It has 2 contacts, as expected.");
        assertThat(campaign.readiness().<Integer>read("$.checks.length()")).isEqualTo(6);
    }

    @Test
    void itHasAsManyContactsAsExpected() {
        campaign.bring(GOOD, "");
        program.patch(campaign.path(), "{\"expected_contacts\": 5}");
        assertThat(campaign.open()).containsExactly("COUNTS_MATCH");
        assertThat(campaign.message("COUNTS_MATCH"))
                .isEqualTo("It has 2 contacts, but 5 are expected.");

        var unknown = CampaignApi.create(program, api, null);
        unknown.bring(GOOD, "");
        assertThat(unknown.open()).containsExactly("COUNTS_MATCH");
    }

    @Test
    void failedRowsAreLookedThrough() {
        UUID id = campaign.bring(GOOD + "12,Europe/Berlin\n", "");
        assertThat(campaign.open()).containsExactly("FAILED_ROWS_REVIEWED");
        String accept = campaign.path() + "/accept-failed";
        assertThat(program.post(accept, "{}")).hasStatus(422);
        assertThat(program.post(accept, "{\"import_id\": \"" + UUID.randomUUID() + "\"}"))
                .hasStatus(404);

        assertThat(program.post(accept, "{\"import_id\": \"" + id + "\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.ready")
                .isEqualTo(true);

        campaign.bring(GOOD + "12,Europe/Berlin\n", "");
        assertThat(campaign.open()).as("another upload").containsExactly("FAILED_ROWS_REVIEWED");
    }

    @Test
    void duplicatesNeedARule() {
        String twice = GOOD + "+12125550142,Europe/Berlin\n";
        UUID id = campaign.bring(twice, "");
        assertThat(campaign.open()).containsExactly("DUPLICATES_RULE_CHOSEN");

        new UndoApi(web, api).undo(id);
        campaign.bring(twice, "\"duplicates_in_file\": \"merge\", ");
        assertThat(campaign.open()).isEmpty();
    }

    @Test
    void nobodyInItIsOnTheSuppressionList() {
        campaign.bring(
                GOOD.replace("Phone,", "Email,Phone,")
                        .replace("+12125550142", "ada@example.org,+12125550142")
                        .replace("+12125550143", "ben@example.net,+12125550143"),
                "");
        assertThat(campaign.open()).isEmpty();

        program.post("/api/v1/suppressions", "{\"value\": \"example.org\"}");
        assertThat(campaign.open()).containsExactly("SUPPRESSION_APPLIED");
        assertThat(campaign.message("SUPPRESSION_APPLIED"))
                .isEqualTo("1 contact is on the suppression list.");

        program.post(campaign.path() + "/apply-suppression", "");
        assertThat(campaign.members()).isEqualTo(1);
        assertThat(campaign.open()).containsExactly("COUNTS_MATCH");
    }

    @Test
    void whoIsFlaggedIsSafe() {
        program.post("/api/v1/suppressions", "{\"value\": \"+12125550142\"}");
        campaign.bring(GOOD, "\"suppressed\": \"import_flagged\", ");
        assertThat(campaign.members()).isEqualTo(2);
        assertThat(campaign.open()).isEmpty();
    }

    @Test
    void timeZonesAreKnown() {
        campaign.bring("Phone\n+12125550142\n+12125550143\n", "");
        assertThat(campaign.open()).containsExactly("TIME_ZONES_PRESENT");

        campaign.bring(GOOD, "");
        assertThat(campaign.open()).isEmpty();
    }

    @Test
    void nothingWaitsOrRuns() {
        campaign.bring(GOOD, "");
        UUID waiting =
                api.upload(
                        GOOD.getBytes(StandardCharsets.UTF_8),
                        "{\"campaign_id\": \"" + campaign.id() + "\"}");
        assertThat(campaign.open()).containsExactly("IMPORT_FINISHED");
        api.cancel(waiting);
        assertThat(campaign.open()).as("given up").isEmpty();

        UUID other = api.upload("Phone\n+12125550149\n");
        status(other, "queued");
        assertThat(campaign.open())
                .as("any import may change its contacts")
                .containsExactly("IMPORT_FINISHED", "SUPPRESSION_APPLIED", "TIME_ZONES_PRESENT");
        assertThat(campaign.readiness().<Boolean>read("$.ready")).isFalse();
        status(other, "uploaded");
        assertThat(campaign.open()).isEmpty();
    }

    @Test
    void anImportThatBrokeOffIsNoneThatHasFinished() {
        campaign.bring(GOOD, "");
        UUID broken =
                ImportApi.id(
                        api.run(
                                "Phone,First name\n+12125550142,\"Ada\n",
                                "{\"campaign_id\": \"" + campaign.id() + "\"}"));
        assertThat(api.show(broken).<String>read("$.status")).isEqualTo("failed");
        assertThat(campaign.open()).containsExactly("IMPORT_FINISHED");

        campaign.bring(GOOD, "");
        assertThat(campaign.open()).isEmpty();
    }

    private void status(UUID id, String status) {
        transactions.run(
                api.tenant().id(),
                () ->
                        jdbc.sql("update import set status = :status where id = :id")
                                .param("status", status)
                                .param("id", id)
                                .update());
    }
}
