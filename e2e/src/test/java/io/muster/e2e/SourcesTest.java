package io.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.muster.e2e.LiveServer.Account;
import org.junit.jupiter.api.Test;

/// A source from its first name to its first contact, by keyboard where it counts, in every look.
class SourcesTest extends BrowserTest {
    private static final String OBJECT =
            "{\"email\": \"ada@example.org\", \"phone\": \"12\", \"who\": {\"first\": \"Ada\"}}";

    @Test
    void aSourceIsSetUpAndTried() {
        Account account = Account.create();
        try (Screen screen = screen(account)) {
            Page page = screen.page;
            screen.open("/sources");
            screen.inspect("sources-empty");
            screen.tabTo("#name");
            page.keyboard().type("Web form");
            page.keyboard().press("Tab");
            page.keyboard().type("form");
            page.keyboard().press("Enter");
            page.waitForURL("**/sources/form?created**");
            page.fill("#payload", OBJECT);
            page.click("#try");
            page.waitForSelector("#tried >> text=A contact would be created.");
            assertThat(screen.main()).contains("INVALID_PHONE", "ada@example.org");
            assertThat(page.isVisible("input[value='/who/first']")).isTrue();
            screen.inspect("source-tried");
            page.click("button:has-text('Save')");
            page.waitForURL("**/sources/form?saved**");
            page.click("button:has-text('Make a secret')");
            page.waitForSelector("#secret");
            screen.inspect("source-secret", "#secret");

            assertThat(account.post("/api/v1/sources/form/contacts", "[" + OBJECT + ", {}]"))
                    .contains("created", "NO_IDENTITY");
            screen.open("/sources");
            screen.inspect("sources");
            page.locator("td a").last().click();
            page.waitForURL("**/import-log?**source=form**");
            assertThat(screen.main()).contains("No identity");
            screen.assertCalm();
        }
    }
}
