package io.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import io.muster.e2e.LiveServer.Account;
import io.muster.server.notifications.webhooks.Receiver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Programs and people are told what happens, and files come by themselves; in every look.
class NotificationsTest extends BrowserTest {
    private static final String FILE = "Mobile,Mail\n212-555-0101,ada@example.org\n";

    @Test
    void aWebhookIsMadeAndTriedAndItsFailureRingsTheBell() {
        Account account = Account.create();
        try (Receiver receiver = new Receiver();
                Screen screen = screen(account)) {
            Page page = screen.page;
            screen.open("/webhooks");
            screen.inspect("webhooks");
            screen.tabTo("#name");
            page.keyboard().type("Our hook");
            page.keyboard().press("Tab");
            page.keyboard().type(receiver.url());
            page.keyboard().press("Enter");
            page.waitForSelector("#secret");
            page.click("#test");
            page.waitForSelector("#deliveries:not([hx-trigger]) >> text=Answered 200");
            screen.inspect("webhook");

            receiver.answering(Receiver.always(410, "gone"));
            account.upload("people.csv", FILE.getBytes(StandardCharsets.UTF_8), true);
            screen.until(
                    "the bell rings",
                    () -> {
                        page.reload();
                        return page.isVisible(".bell-count");
                    });
            page.click("#bell");
            page.waitForURL("**/notices");
            assertThat(screen.main()).contains("The webhook “Our hook” is failing");
            screen.inspect("notices");
            page.click("#main td button:has-text('Open')");
            page.waitForURL("**/webhooks/*");
            assertThat(screen.main()).contains("Failing", "Given up");
            assertThat(page.isVisible(".bell-count")).isFalse();
            screen.assertCalm();
        }
    }

    @Test
    void aPullIsSetUpAndFetchesAFile() throws IOException {
        Account account = Account.create();
        Path folder =
                Files.createDirectories(
                        Path.of(LiveServer.PULLED, account.tenant().id().toString()));
        Files.writeString(folder.resolve("monday.csv"), FILE);
        account.post("/api/v1/sources", "{\"key\": \"shop\", \"name\": \"Our shop\"}");
        account.post(
                "/api/v1/saved-mappings",
                """
                {"name": "Shop", "columns": [{"header": "Mobile", "target": "phone"},
                                             {"header": "Mail", "target": "email"}]}
                """);
        try (Screen screen = screen(account)) {
            Page page = screen.page;
            screen.open("/sources/shop/pull?place=sftp");
            screen.inspect("pull-sftp");
            page.click("#main nav a:has-text('Folder')");
            page.waitForURL("**/pull?place=folder");
            page.selectOption("#mapping_id", new SelectOption().setLabel("Shop"));
            page.click("#main form .btn-primary");
            page.waitForURL("**/sources/shop?saved**");
            page.click("#pull-now");
            page.waitForSelector("#pull:not([hx-trigger]) >> text=monday.csv");
            screen.inspect("source-pull");
            screen.open("/digests");
            screen.inspect("digests");
            screen.assertCalm();
        }
    }
}
