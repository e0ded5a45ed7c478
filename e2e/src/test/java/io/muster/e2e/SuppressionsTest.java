package io.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.muster.e2e.LiveServer.Account;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// The list of those who must be left alone, by keyboard, and what it does to a file.
class SuppressionsTest extends BrowserTest {
    private static final String FILE =
            """
            Phone,First name
            (212) 555-0142,Ada
            (212) 555-0143,Ben
            """;

    @Test
    void whoeverIsOnTheListIsLeftAlone() {
        Account account = Account.create();
        try (Screen screen = screen(account)) {
            Page page = screen.page;
            page.click("nav a:has-text('Suppressions')");
            assertThat(screen.main()).contains("Nobody is suppressed");
            screen.tabTo("#values");
            page.keyboard().type("+1 212 555 0142");
            page.keyboard().press("Enter");
            page.keyboard().type("Somebody@Example.org");
            screen.tabTo("#reason");
            page.keyboard().type("asked by phone");
            page.keyboard().press("Enter");
            page.waitForURL("**/suppressions?added=2**");
            assertThat(screen.main())
                    .contains("2 values added.", "+12125550142", "somebody@example.org");

            byte[] file = FILE.getBytes(StandardCharsets.UTF_8);
            String id = account.upload("fair.csv", file, true);
            screen.open("/imports/" + id);
            page.waitForSelector("#import[data-status=completed]");
            assertThat(screen.main()).contains("1 of 2 rows imported", "Suppressed");

            screen.open("/suppressions");
            page.fill("input[name=q]", "212-555-0142");
            page.waitForSelector("#results[data-announce='On the list']");
            screen.tabTo(".confirm summary");
            page.keyboard().press("Space");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.waitForURL("**/suppressions?removed=1");
            assertThat(screen.main()).contains("The value is off the list.", "1 value");
            screen.assertCalm();
        }
    }
}
