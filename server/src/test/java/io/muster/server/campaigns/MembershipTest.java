package io.muster.server.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.TestApi;
import io.muster.server.imports.ImportApi;
import io.muster.server.imports.ImportTest;
import io.muster.server.imports.UndoApi;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Who belongs to a campaign: whoever its imports have created, updated or found, and nobody else.
class MembershipTest extends ImportTest {
    private static final String ADA = "+12125550142";
    private static final String BEN = "+12125550143";
    private static final String CEM = "+12125550144";

    private TestApi program;
    private CampaignApi campaign;

    @BeforeEach
    void makeCampaign() {
        program = new TestApi(web, api.tenant());
        campaign = CampaignApi.create(program, api, 3);
    }

    @Test
    void rowsThatCameThroughBecomeMembers() {
        api.run("Phone,First name\n" + BEN + ",Ben\n" + CEM + ",Cem\n", "{}");

        UUID id =
                campaign.bring(
                        "Phone,First name\n%s,Ada\n%s,Benjamin\n%s,Cem\n%s,Ada\n12,Bad\n,None\n"
                                .formatted(ADA, BEN, CEM, ADA),
                        "");

        assertThat(ImportApi.summary(api.show(id)))
                .isEqualTo(
                        "completed 6: 1 created, 1 updated, 2 unchanged, 1 skipped, 1 failed (1 warnings)");
        assertThat(api.show(id).<String>read("$.source")).isEqualTo("campaign");
        assertThat(campaign.members()).isEqualTo(3);
        assertThat(campaign.phones()).containsExactlyInAnyOrder(ADA, BEN, CEM);
    }

    @Test
    void whoIsSkippedIsNoMember() {
        api.run("Phone\n" + BEN + "\n", "{}");

        campaign.bring("Phone\n" + ADA + "\n" + BEN + "\n", "\"existing\": \"skip\", ");

        assertThat(campaign.phones()).containsExactly(ADA);
    }

    @Test
    void aRowThatIsMendedBecomesAMemberWithItsRetry() {
        UUID id = campaign.bring("Phone\n" + ADA + "\n12\n", "");
        assertThat(campaign.phones()).containsExactly(ADA);

        assertThat(api.edit(id, 2, "{\"Phone\": \"" + BEN + "\"}")).hasStatusOk();
        assertThat(ImportApi.summary(api.retry(id))).isEqualTo("completed 2: 2 created");

        assertThat(campaign.phones()).containsExactlyInAnyOrder(ADA, BEN);
        assertThat(campaign.open()).doesNotContain("FAILED_ROWS_REVIEWED");
    }

    @Test
    void theMappingCanNameTheCampaignToo() {
        UUID id = api.upload("Phone\n" + ADA + "\n");
        assertThat(api.map(id, "{\"options\": {\"campaign_id\": \"" + campaign.id() + "\"}}"))
                .hasStatusOk();
        api.start(id);
        api.await(id);

        assertThat(campaign.phones()).containsExactly(ADA);
    }

    @Test
    void aCampaignThatIsNotThereIsRefused() {
        for (String id : List.of(UUID.randomUUID().toString(), others())) {
            MvcTestResult answer =
                    api.tryUpload(
                            "Phone\n1\n".getBytes(StandardCharsets.UTF_8),
                            "{\"campaign_id\": \"" + id + "\"}");
            assertThat(answer).hasStatus(422);
            assertThat(answer)
                    .bodyJson()
                    .extractingPath("$.errors[0].pointer")
                    .isEqualTo("/campaign_id");
        }
    }

    @Test
    void anUndoTakesAwayWhatTheImportBrought() {
        UUID first = campaign.bring("Phone\n" + ADA + "\n" + BEN + "\n", "");
        UUID second = campaign.bring("Phone\n" + BEN + "\n" + CEM + "\n", "");
        assertThat(campaign.members()).isEqualTo(3);

        new UndoApi(web, api).undo(second);
        assertThat(campaign.phones()).as("Ben came twice").containsExactlyInAnyOrder(ADA, BEN);
        assertThat(campaign.members()).isEqualTo(2);

        new UndoApi(web, api).undo(first);
        assertThat(campaign.members()).isZero();
    }

    @Test
    void membersFollowWhatBecomesOfContacts() {
        campaign.bring("Phone\n" + ADA + "\n" + BEN + "\n" + CEM + "\n", "");
        api.run("Phone,First name\n+12125550145,Dia\n", "{}");
        String dia = contact("+12125550145");

        program.post("/api/v1/contacts/" + dia + "/merge", "{\"other\": \"" + contact(ADA) + "\"}");
        assertThat(campaign.phones())
                .as("whom Ada has become")
                .containsExactlyInAnyOrder("+12125550145", BEN, CEM);

        program.delete("/api/v1/contacts/" + contact(BEN));
        assertThat(campaign.phones()).containsExactlyInAnyOrder("+12125550145", CEM);

        program.post("/api/v1/contacts/" + dia + "/erase", "");
        assertThat(campaign.phones()).containsExactly(CEM);
        assertThat(campaign.members()).isEqualTo(1);
    }

    @Test
    void aDeletedCampaignLeavesContactsAndImports() {
        UUID id = campaign.bring("Phone\n" + ADA + "\n", "");

        assertThat(program.delete(campaign.path())).hasStatus(204);

        assertThat(program.get(campaign.path())).hasStatus(404);
        assertThat(ImportApi.summary(api.show(id))).isEqualTo("completed 1: 1 created");
        assertThat(contact(ADA)).isNotEmpty();
    }

    private String others() {
        var other = new TestApi(web, tenants.create());
        return other.made("/api/v1/campaigns", "{\"name\": \"Theirs\"}");
    }

    private String contact(String phone) {
        return TestApi.json(program.get("/api/v1/contacts?q=" + phone.replace("+", "%2B")))
                .read("$.items[0].id");
    }
}
