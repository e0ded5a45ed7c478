package io.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.muster.e2e.LiveServer.Account;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// The way back: what an import wrote is taken back, but for what somebody has built on it.
class UndoJourneyTest extends BrowserTest {
    private static final int ROWS = 2_000;

    @Test
    void anImportIsUndoneButForWhatCameAfterIt() throws IOException {
        Account account = Account.create();
        try (Screen screen = screen(account)) {
            Page page = screen.page;
            String first = imported(screen, account, ContactFile.messy("first.csv", ROWS));
            imported(
                    screen,
                    account,
                    ContactFile.of(
                            "later.csv",
                            """
                            Customer No,Phone,Company
                            C-1,+1 617 200 0001,Fern & Oak
                            C-2,+1 503 200 0002,Fern & Oak
                            C-3,+1 303 200 0003,Fern & Oak
                            """));

            screen.open("/imports");
            page.click(".history-bar[href$='" + first + "']");
            page.waitForURL("**/imports/" + first);
            page.click("text=See what an undo would do");
            page.waitForSelector("#undo[data-undo=done]");
            assertThat(screen.main())
                    .contains("1,877 contacts will be deleted", "3 rows stay as they are.")
                    .contains("import 2", "Company", "Nothing is changed yet.");
            page.click("#undo button[type=submit]");
            page.waitForURL("**/imports/" + first);
            page.waitForSelector("#import[data-status=reverted]");
            assertThat(screen.main())
                    .contains("Undone: 1,877 contacts deleted", "3 rows stayed as they were.");
            assertThat(page.getAttribute("#import", "hx-trigger")).as("at rest").isNull();

            page.click(".equation a[href$='/undo/rows?result=kept']");
            page.waitForURL("**/undo/rows?result=kept");
            assertThat(page.locator("tr.row-line").count()).isEqualTo(3);
            Download kept = page.waitForDownload(() -> page.click("text=Download these rows"));
            assertThat(kept.suggestedFilename()).isEqualTo("first-undo-kept.csv");
            assertThat(Files.readString(kept.path())).contains("CHANGED_SINCE", "C-1", "C-3");

            screen.open("/contacts");
            assertThat(screen.main()).contains("3 contacts");
            screen.assertCalm();
        }
    }

    @Test
    void theKeyboardIsEnough() {
        Account account = Account.create();
        try (Screen screen = screen(account)) {
            Page page = screen.page;
            String id = imported(screen, account, ContactFile.of("few.csv", "Phone\n5125550101\n"));
            screen.open("/imports/" + id);
            screen.tabTo("#main a[href$='/undo']");
            page.keyboard().press("Enter");
            page.waitForSelector("#undo[data-undo=done]");
            screen.tabTo("#undo button[type=submit]");
            page.keyboard().press("Enter");
            page.waitForSelector("#import[data-status=reverted]");
            screen.assertCalm();
        }
    }

    private static String imported(Screen screen, Account account, ContactFile file) {
        String id = account.upload(file.name(), file.content(), true);
        screen.open("/imports/" + id);
        screen.page.waitForSelector("#import[data-status=completed]");
        return id;
    }
}
