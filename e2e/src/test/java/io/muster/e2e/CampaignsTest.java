package io.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.muster.e2e.LiveServer.Account;
import org.junit.jupiter.api.Test;

/// From a file dropped at a campaign to one that can begin.
class CampaignsTest extends BrowserTest {
    private static final ContactFile FILE =
            ContactFile.of(
                    "guests.csv",
                    """
                    Phone,First name,Time zone
                    (212) 555-0142,Ada,Europe/London
                    (212) 555-0143,Ben,Europe/Berlin
                    (212) 555-0144,Cem,Europe/Istanbul
                    12,Dia,Europe/Berlin
                    """);

    @Test
    void aCampaignBecomesReady() {
        Account account = Account.create();
        try (Screen screen = screen(account)) {
            Page page = screen.page;
            page.click("nav a:has-text('Campaigns')");
            assertThat(screen.main()).contains("No campaigns yet");
            screen.tabTo("#name");
            page.keyboard().type("Spring");
            screen.tabTo("#expected");
            page.keyboard().type("2");
            page.keyboard().press("Enter");
            page.waitForSelector("#readiness[data-ready=no]");
            assertThat(screen.main())
                    .contains("Not ready", "No file was uploaded to this campaign yet.", "0 of 2");

            drop(page);
            page.waitForURL("**/map");
            page.click("#map .btn-primary");
            page.waitForSelector("#review[data-review=ended]");
            page.click("#start-import");
            page.waitForSelector("#import[data-status=completed]");
            page.click("#import a:has-text('To the campaign')");
            page.waitForSelector("#readiness[data-ready=no]");
            assertThat(screen.main())
                    .contains("guests.csv", "It has 3 contacts, but 2 are expected.")
                    .contains("1 failed row waits to be looked through.");

            screen.tabTo("#failed form button");
            page.keyboard().press("Enter");
            page.waitForURL("**/campaigns/*?done=accepted");
            page.fill("#expected", "3");
            page.press("#expected", "Enter");
            page.waitForSelector("#readiness[data-ready=yes]");
            assertThat(page.innerText("#campaign-state")).isEqualTo("Ready");

            page.click("text=Show its contacts");
            page.waitForURL("**/members");
            assertThat(page.locator("tbody tr").count()).isEqualTo(3);
            screen.assertCalm();
        }
    }

    @Test
    void pagesSayThatAnImportIsRunning() {
        Account account = Account.create();
        try (Screen screen = screen(account)) {
            Page page = screen.page;
            String id =
                    account.upload(
                            "long.csv", ContactFile.messy("long.csv", 40_000).content(), true);
            screen.open("/contacts");
            page.waitForSelector("#changing a[href='/imports/" + id + "']");
            page.waitForSelector("#changing >> text=Show them as they are now");
            page.click("#changing a");
            page.waitForSelector("#changing", gone());
            assertThat(page.url()).endsWith("/contacts");
            screen.assertCalm();
        }
    }

    @Test
    void everyScreen() {
        Account account = Account.create();
        try (Screen screen = screen(account)) {
            Page page = screen.page;
            screen.open("/campaigns");
            screen.inspect("campaigns-empty");
            page.fill("#name", "Spring");
            page.fill("#expected", "2");
            page.press("#expected", "Enter");
            page.waitForSelector("#readiness[data-ready=no]");
            screen.inspect("campaign-empty");
            String campaign = page.url();
            drop(page);
            page.waitForURL("**/map");
            page.selectOption("[name=target_2]", "skip");
            page.click("#map .btn-primary");
            page.waitForSelector("#review[data-review=ended]");
            page.click("#start-import");
            page.waitForSelector("#import[data-status=completed]");
            page.navigate(campaign);
            page.waitForSelector("#readiness[data-ready=no] >> text=3 contacts have no time zone.");
            page.click("summary:has-text('Delete campaign')");
            screen.inspect("campaign");
            page.click("text=Show contacts without time zone");
            page.waitForURL("**/members?show=without_timezone");
            screen.inspect("campaign-members");
            screen.open("/campaigns");
            screen.inspect("campaigns");
            account.upload("long.csv", ContactFile.messy("long.csv", 40_000).content(), true);
            screen.open("/segments");
            page.waitForSelector("#changing");
            screen.inspect("changing");
            screen.assertCalm();
        }
    }

    private static void drop(Page page) {
        page.setInputFiles("#file", FILE.payload());
    }

    private static Page.WaitForSelectorOptions gone() {
        return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED);
    }
}
