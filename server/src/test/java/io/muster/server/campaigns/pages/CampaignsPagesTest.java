package io.muster.server.campaigns.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.TestApi;
import io.muster.server.TestBrowser;
import io.muster.server.access.Role;
import io.muster.server.campaigns.CampaignApi;
import io.muster.server.imports.ImportTest;
import io.muster.server.imports.Multipart;
import io.muster.server.tenants.TenantTransactions;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class CampaignsPagesTest extends ImportTest {
    @Autowired TenantTransactions transactions;
    @Autowired JdbcClient jdbc;
    private TestApi program;
    private TestBrowser operator;

    @BeforeEach
    void signIn() {
        program = new TestApi(web, api.tenant());
        operator =
                TestBrowser.signedIn(
                        web, tenants.member(api.tenant().id(), Role.OPERATOR).email());
    }

    @Test
    void aCampaignIsMadeChangedAndDeletedByForms() {
        assertThat(operator.html("/contacts")).contains("href=\"/campaigns\"");
        assertThat(operator.html("/campaigns")).contains("No campaigns yet", "New campaign");
        assertThat(operator.post("/campaigns", Map.of("name", "", "expected", "many")))
                .hasStatus(422)
                .bodyText()
                .contains("A campaign needs a name", "whole number", "value=\"many\"");

        MvcTestResult made =
                operator.post("/campaigns", Map.of("name", "<Spring>", "expected", "1,200"));
        String path = Objects.requireNonNull(made.getResponse().getRedirectedUrl());
        assertThat(operator.html(path))
                .contains("&lt;Spring>", "Not ready", "0 of 1,200 contacts")
                .contains("No file was uploaded to this campaign yet.", "href=\"" + path + "#upload\"");
        assertThat(operator.html("/campaigns")).contains("&lt;Spring>", "Not ready", "0 of 1,200");

        assertThat(operator.post(path, Map.of("name", "Summer", "expected", "")))
                .hasRedirectedUrl(path + "?done=saved");
        assertThat(operator.html(path + "?done=saved")).contains("The campaign is saved.", "Summer");
        assertThat(operator.post(path, Map.of("name", " ", "expected", "-3")))
                .hasStatus(422)
                .bodyText()
                .contains("A campaign needs a name", "value=\"-3\"");
        assertThat(operator.post(path + "/delete", Map.of()))
                .hasRedirectedUrl("/campaigns?deleted=1");
        assertThat(operator.get(path)).hasStatus(404);
    }

    @Test
    void aFileThatIsDroppedGoesThroughTheWizard() {
        var campaign = CampaignApi.create(program, api, 1);
        String page = operator.html("/campaigns/" + campaign.id());
        assertThat(page).contains("action=\"/imports?campaign=" + campaign.id() + "&");

        Multipart form = new Multipart().file("Phone\n+12125550142\n".getBytes(StandardCharsets.UTF_8));
        MvcTestResult answer =
                operator.send(
                        web.post()
                                .uri(
                                        "/imports?campaign=%s&_csrf=%s"
                                                .formatted(campaign.id(), operator.token()))
                                .contentType(form.contentType())
                                .content(form.body()));
        String map = Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
        UUID id = UUID.fromString(map.split("/")[2]);
        operator.post(map, Map.of("target_0", "phone", "required", "phone"));
        assertThat(api.show(id).<String>read("$.options.campaign_id")).isEqualTo(campaign.id());
        api.start(id);
        api.await(id);

        assertThat(campaign.members()).isEqualTo(1);
        assertThat(operator.html("/imports/" + id)).contains("/campaigns/" + campaign.id());
        assertThat(operator.html("/campaigns/" + campaign.id()))
                .contains("1 of 1 contacts", "contacts.csv", "1 contact has no time zone.");
        assertThat(operator.html("/campaigns/" + campaign.id() + "/members?show=without_timezone"))
                .contains("+12125550142");
    }

    @Test
    void aCampaignThatIsGoneIsSaidWhereTheFileWasChosen() {
        Multipart form = new Multipart().file("Phone\n1\n".getBytes(StandardCharsets.UTF_8));
        MvcTestResult answer =
                operator.send(
                        web.post()
                                .uri(
                                        "/imports?campaign=%s&_csrf=%s"
                                                .formatted(UUID.randomUUID(), operator.token()))
                                .contentType(form.contentType())
                                .content(form.body()));
        assertThat(answer).hasStatus(422).bodyText().contains("There is no such campaign.");
    }

    @Test
    void whatIsOpenIsMendedFromThePage() {
        var campaign = CampaignApi.create(program, api, 1);
        UUID id =
                campaign.bring(
                        "Phone,Time zone\n+12125550142,Europe/Berlin\n+12125550143,Europe/Berlin\n12,\n",
                        "");
        program.post("/api/v1/suppressions", "{\"value\": \"+12125550143\"}");
        String path = "/campaigns/" + campaign.id();
        assertThat(operator.html(path))
                .contains("1 failed row waits to be looked through.", "Take them off the campaign")
                .contains("/imports/" + id + "/rows?result=failed");

        assertThat(operator.post(path + "/accept-failed", Map.of("import", id.toString())))
                .hasRedirectedUrl(path + "?done=accepted");
        assertThat(operator.post(path + "/apply-suppression", Map.of()))
                .hasRedirectedUrl(path + "?done=applied");

        assertThat(operator.html(path))
                .contains("Looked through", "data-ready=\"yes\"")
                .doesNotContain("Not ready");
    }

    @Test
    void aBannerSaysThatContactsMayBeChanging() {
        var campaign = CampaignApi.create(program, api, 1);
        String segment =
                program.made(
                        "/api/v1/segments", "{\"name\": \"All\", \"filter\": {\"all\": []}}");
        UUID id = api.upload("Phone\n+12125550142\n");
        String[] pages = {
            "/contacts", "/segments", "/segments/" + segment, "/campaigns", "/campaigns/" + campaign.id()
        };
        for (String page : pages) {
            assertThat(operator.html(page)).as(page).doesNotContain("id=\"changing\"");
        }

        status(id, "processing");
        for (String page : pages) {
            assertThat(operator.html(page))
                    .as(page)
                    .contains("id=\"changing\"", "contacts.csv", "/imports/" + id);
        }
        assertThat(TestBrowser.text(operator.fragment("/contacts/changing")))
                .contains("contacts.csv", "every 3s");
        assertThat(operator.html("/campaigns/" + campaign.id())).contains("every 2s");

        status(id, "uploaded");
        assertThat(TestBrowser.text(operator.fragment("/contacts/changing")))
                .contains("Nothing changes the contacts any more.")
                .doesNotContain("hx-get");
        assertThat(TestBrowser.text(operator.fragment("/campaigns/" + campaign.id())))
                .startsWith("<section id=\"readiness\"")
                .doesNotContain("every 2s");
    }

    @Test
    void viewersSeeAndDoNotChange() {
        var campaign = CampaignApi.create(program, api, 1);
        String path = "/campaigns/" + campaign.id();
        campaign.bring("Phone\n+12125550142\n12\n", "");
        var viewer =
                TestBrowser.signedIn(web, tenants.member(api.tenant().id(), Role.VIEWER).email());

        assertThat(viewer.html("/campaigns")).contains("Spring").doesNotContain("New campaign");
        assertThat(viewer.html(path))
                .contains("Spring", "1 failed row")
                .doesNotContain("<file-drop", "/delete", "/accept-failed");
        assertThat(viewer.post(path, Map.of("name", "x"))).hasStatus(403);
        assertThat(viewer.post(path + "/delete", Map.of())).hasStatus(403);
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
