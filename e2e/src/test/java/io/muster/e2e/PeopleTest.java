package io.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.muster.e2e.LiveServer.Account;
import java.net.URI;
import org.junit.jupiter.api.Test;

/// Letting somebody in, giving a program a key, and what the trail says of both, in every look.
class PeopleTest extends BrowserTest {
    @Test
    void somebodyIsLetInAndAKeyIsMade() {
        Account account = Account.create();
        try (Screen screen = screen(account)) {
            Page page = screen.page;
            screen.open("/api-keys");
            screen.tabTo("#name");
            page.keyboard().type("Nightly import");
            page.check("input[value='imports:write']");
            page.click("button:has-text('Make the key')");
            page.waitForSelector("#secret");
            assertThat(page.innerText("#secret")).startsWith("mst_");
            screen.inspect("api-key-made", "#secret");
            page.click(".confirm summary:has-text('Revoke Nightly import')");
            page.click("button:has-text('Revoke Nightly import')");
            page.waitForURL("**/api-keys?revoked=1");
            screen.inspect("api-keys");

            screen.open("/members");
            screen.tabTo("#email");
            page.keyboard().type("ada@example.org");
            page.selectOption("#role", "operator");
            page.keyboard().press("Enter");
            page.waitForSelector("#link");
            screen.inspect("members");
            // The server of the tests does not know its own port.
            screen.open(URI.create(page.innerText("#link")).getPath());
            page.fill("#name", "Ada");
            page.fill("#password", "password1234");
            page.click("button:has-text('Join')");
            page.waitForSelector("[role=alert]");
            screen.inspect("join");
            page.fill("#password", Account.PASSWORD);
            page.click("button:has-text('Join')");
            page.waitForURL("**/sign-in?joined");
            assertThat(screen.main()).contains("Your account is ready.");

            screen.open("/account");
            screen.inspect("account");
            screen.open("/audit");
            assertThat(screen.main()).contains("Joined", "Revoked", "Nightly import");
            page.fill("input[name=subject]", "nightly");
            page.waitForURL("**/audit?**subject=nightly**");
            page.waitForSelector("#audit:not(:has-text('Joined'))");
            assertThat(screen.main()).contains("Issued", "Revoked");
            screen.inspect("audit");
            screen.assertCalm();
        }
    }
}
