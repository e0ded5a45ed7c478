package io.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.muster.e2e.LiveServer.Account;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// Contacts leave as a file, and the file comes back through the wizard without changing anything.
class ExportsTest extends BrowserTest {

    @Test
    void whatWasExportedComesBackUnchanged() throws Exception {
        Account account = Account.create();
        try (Screen screen = screen(account)) {
            Page page = screen.page;
            imported(screen, account);
            page.click("nav a:has-text('Contact exports')");
            assertThat(screen.main()).contains("No exports yet");
            screen.tabTo("#format");
            screen.tabTo("#main form .btn-primary");
            page.keyboard().press("Enter");
            page.waitForSelector("#exports:not([hx-trigger]) >> text=Completed");
            Download file = page.waitForDownload(() -> page.click("#exports a[download]"));
            assertThat(file.suggestedFilename()).startsWith("contacts-").endsWith(".csv");
            byte[] bytes = Files.readAllBytes(file.path());

            screen.open("/imports/new");
            page.setInputFiles("#file", new ContactFile(file.suggestedFilename(), bytes).payload());
            page.waitForURL("**/map");
            page.click("#map .btn-primary");
            page.waitForSelector("#review[data-review=ended]");
            page.click("#start-import");
            page.waitForSelector("#import[data-status=completed]");
            assertThat(screen.main()).contains("188 of 188 rows imported.");
            assertThat(page.locator(".equation dd").allInnerTexts())
                    .as("created, updated, unchanged, skipped, failed and all")
                    .containsExactly("0", "0", "188", "0", "0", "188");
            screen.assertCalm();
        }
    }

    @Test
    void everyScreen() {
        Account account = Account.create();
        try (Screen screen = screen(account)) {
            Page page = screen.page;
            screen.open("/exports");
            screen.inspect("exports-empty");
            imported(screen, account);
            screen.open("/exports");
            for (String format : new String[] {"csv", "xlsx", "csv"}) {
                page.selectOption("#format", format);
                page.click("#main form .btn-primary");
                page.waitForSelector("#exports:not([hx-trigger]) >> text=Completed");
            }
            page.locator("#exports button:has-text('Remove')").last().click();
            page.waitForSelector("text=The file is removed.");
            screen.inspect("exports");
            screen.assertCalm();
        }
    }

    private static void imported(Screen screen, Account account) {
        var file = ContactFile.messy("customers.csv", 200);
        String id = account.upload(file.name(), file.content(), true);
        screen.open("/imports/" + id);
        screen.page.waitForSelector("#import[data-status=completed]");
    }
}
