package io.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.muster.e2e.LiveServer.Account;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// The log of all attempted writes: filters, the drawer of an entry, and what comes meanwhile.
class ImportLogTest extends BrowserTest {
    private static final String FILE =
            """
            Phone,First name,Last name,Email
            (212) 555-0142,Ada,Lovelace,ada@example.org
            (212) 555-0143,Ben,Okri,not an email
            (212) 555-0144,Cleo,Novak,cleo@example.org
            ,Dan,Roth,dan@example.org
            """;

    @Test
    void theLogIsFilteredOpenedAndTellsWhatComes() {
        Account account = Account.create();
        try (Screen screen = screen(account)) {
            Page page = screen.page;
            imported(account, screen);
            page.click("nav a:has-text('Contact import log')");
            page.waitForSelector("#log[data-announce='4 entries']");

            screen.tabTo("input[name=q]");
            page.keyboard().type("lovelace");
            page.waitForSelector("#log[data-announce='1 entry']");
            assertThat(page.url()).contains("q=lovelace");
            page.reload();
            assertThat(screen.main()).contains("Ada Lovelace").doesNotContain("Okri");

            screen.tabTo("a[data-drawer]");
            page.keyboard().press("Enter");
            page.waitForSelector("#drawer[open] >> text=(212) 555-0142");
            String entry = page.url();
            assertThat(entry).matches(".*/import-log/[0-9a-f-]{36}/1");
            page.keyboard().press("Escape");
            page.waitForURL("**/import-log?**q=lovelace**");
            assertThat(page.isVisible("#drawer")).isFalse();
            page.navigate(entry);
            assertThat(screen.main()).contains("Entry of the import log", "(212) 555-0142");

            screen.open("/import-log");
            page.click(".tab:has-text('Failure')");
            page.waitForURL("**result=failure**");
            page.click(".log-facet:has-text('Invalid email')");
            page.waitForURL("**reason=INVALID_EMAIL**");
            assertThat(screen.main()).contains("Ben Okri").doesNotContain("Lovelace");
            page.selectOption("#range", "hour");
            page.waitForURL("**range=hour**");
            assertThat(page.url()).contains("result=failure", "reason=INVALID_EMAIL");

            account.upload("more.csv", FILE.getBytes(StandardCharsets.UTF_8), true);
            page.waitForSelector("#log-news >> text=1 new entry has come.");
            page.click("#log-news a");
            page.waitForSelector("#log[data-announce='2 entries']");
            screen.assertCalm();
        }
    }

    @Test
    void theLogLooksAsItShould() {
        Account account = Account.create();
        try (Screen screen = screen(account)) {
            Page page = screen.page;
            screen.open("/import-log");
            screen.inspect("import-log-empty");
            imported(account, screen);
            screen.open("/import-log");
            screen.inspect("import-log");
            page.locator("a[data-drawer]").nth(2).click();
            page.waitForSelector("#drawer[open] article");
            screen.inspect("import-log-drawer");
            page.keyboard().press("Escape");
            page.waitForSelector(
                    "#drawer",
                    new Page.WaitForSelectorOptions()
                            .setState(
                                    com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
            page.selectOption("#range", "custom");
            page.waitForURL("**range=custom**");
            screen.inspect("import-log-range");
            screen.open(page.locator("a[data-drawer]").first().getAttribute("href"));
            screen.inspect("import-log-entry");
            screen.assertCalm();
        }
    }

    private static void imported(Account account, Screen screen) {
        String id = account.upload("people.csv", FILE.getBytes(StandardCharsets.UTF_8), true);
        screen.open("/imports/" + id);
        screen.page.waitForSelector("#import[data-status=completed]");
    }
}
