package io.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Page;
import io.muster.e2e.LiveServer.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The way of a file from the desk to the contacts.
class ImportJourneyTest extends BrowserTest {
    private static final int ROWS = 2_000;

    @Test
    void aMessyFileBecomesContacts() throws IOException {
        try (Screen screen = screen(Account.create())) {
            Page page = screen.page;
            assertThat(screen.main()).contains("Bring your first contacts");
            page.click("#main a:has-text('New import')");
            page.setInputFiles("#file", ContactFile.messy("messy.csv", ROWS).payload());
            page.waitForURL("**/map");
            assertThat(screen.main())
                    .contains("windows-1252", "Semicolon", "Line 1", "2,000", "Jürgen", "Sure");

            page.selectOption("[name=target_4]", "phone");
            page.waitForSelector("#note-4 >> text=both mapped to phone");
            assertThat(page.innerText("#note-3")).contains("both mapped to phone");
            assertThat(page.innerText("#map-state")).contains("both mapped to phone");
            page.click("text=Needs attention");
            assertThat(page.url()).endsWith("show=attention");
            assertThat(page.locator(".map-row:visible").count()).isBetween(2, 4);
            page.click("#map .btn-primary");
            page.waitForSelector("text=The columns cannot be imported like this");
            assertThat(page.inputValue("[name=target_4]")).as("kept").isEqualTo("phone");

            page.selectOption("[name=target_4]", "skip");
            page.click("label:has-text('All')");
            page.selectOption("[name=target_8]", "new");
            page.waitForSelector("#map-state >> text=8 of 9 columns will be imported");
            page.click("#map .btn-primary");
            page.waitForSelector("#review[data-review=ended]");
            assertThat(screen.main())
                    .contains("1,900 of 2,000 rows will be imported. 100 need attention.")
                    .contains(
                            "Invalid phone", "n/a", "Row 11", "Excel damaged", "Duplicate in file");

            page.click("#start-import");
            page.waitForSelector("#import[data-status=completed]");
            assertThat(screen.main())
                    .contains("1,900 of 2,000 rows imported. 100 need attention.", "Completed");
            assertThat(equation(screen)).containsExactly(1_880L, 0L, 20L, 40L, 60L, 2_000L);
            assertThat(page.getAttribute("#import", "hx-trigger")).as("at rest").isNull();
            assertThat(page.title()).startsWith("messy.csv");

            Download errors =
                    page.waitForDownload(() -> page.click("text=Download 60 failed rows"));
            assertThat(errors.suggestedFilename()).isEqualTo("messy-errors.csv");
            assertThat(Files.readString(errors.path()))
                    .contains("INVALID_PHONE", "EXCEL_DAMAGED", "INVALID_EMAIL", "person10@");

            page.click("text=Open failed rows");
            page.locator(".payload summary").first().click();
            assertThat(page.locator("tr.row-line").first().innerText())
                    .contains("Row 11", "n/a", "INVALID_PHONE", "person10@example.org");
            page.click("nav a:has-text('unchanged')");
            page.locator("td a:has-text('Contact')").first().click();
            page.waitForURL("**/contacts/*");
            assertThat(screen.main())
                    .contains(
                            "Created\nby row 60 of messy.csv",
                            "Confirmed\nby row 61 of messy.csv",
                            "Plan");

            screen.open("/contacts?q=person5%40example.org");
            assertThat(screen.main()).contains("1 contact found");
            screen.assertCalm();
        }
    }

    @Test
    void aReviewLeadsToEveryRow() {
        try (Screen screen = screen(Account.create())) {
            Page page = screen.page;
            review(screen, ContactFile.messy("review.csv", ROWS));
            assertThat(page.innerText("#rows-title")).isEqualTo("Rows 1 to 100");
            assertThat(page.locator(".row-grid tbody tr").first().boundingBox().x)
                    .as("rows stand below their headers")
                    .isEqualTo(page.locator(".row-grid thead tr").boundingBox().x);
            assertThat(page.innerText(".topics"))
                    .containsSubsequence(
                            "Duplicates in the file", "20", "Spreadsheet damage", "20");

            page.click("tr:has-text('Excel damaged') .num a");
            page.waitForURL("**/review?code=EXCEL_DAMAGED&field=phone&severity=fails#rows");
            assertThat(rows(screen))
                    .hasSize(20)
                    .startsWith("Row 21", "Row 121")
                    .endsWith("Row 1,921");
            assertThat(page.locator("tr.row-line td.tone-bad").first().innerText())
                    .contains("2.12556E+9");
            page.reload();
            assertThat(rows(screen)).as("the address holds it").hasSize(20);
            page.click("text=Show all rows");
            page.waitForURL("**/review#rows");

            page.click("#rows nav a:has-text('skipped')");
            page.waitForURL("**/review?action=skipped#rows");
            assertThat(rows(screen)).hasSize(40).startsWith("Row 41", "Row 51");
            page.click("#rows nav a:has-text('All')");
            page.waitForURL("**/review#rows");

            page.click("text=Next problem");
            page.waitForURL("**/review?from=11#row-11");
            page.click("text=Next problem");
            page.waitForURL("**/review?from=21#row-21");
            page.click("text=Previous problem");
            page.waitForURL("**/review?from=11#row-11");
            page.fill("#from", "1500");
            page.click(".grid-goto button");
            page.waitForURL("**/review?from=1500*");
            assertThat(rows(screen)).hasSize(100).startsWith("Row 1,500");
            page.click("text=Next rows");
            page.waitForURL("**/review?from=1600#rows");
            page.click("text=Rows before");
            page.waitForURL("**/review?from=1500#rows");

            int all = page.locator(".row-grid thead th").count();
            page.click("text=Only columns with problems");
            page.waitForURL("**/review?columns=problems&from=1500#rows");
            assertThat(page.locator(".row-grid thead th").count()).isLessThan(all);
            assertThat(page.locator(".row-grid thead").innerText()).contains("Phone", "E-mail");
            screen.assertCalm();
        }
    }

    @Test
    void aReviewShowsWhatUpdatesWouldChange() {
        Account account = Account.create();
        var file = ContactFile.messy("again.csv", 300);
        try (Screen screen = screen(account)) {
            String first = account.upload(file.name(), file.content(), true);
            screen.open("/imports/" + first);
            screen.page.waitForSelector("#import[data-status=completed]");

            review(screen, file.replacing("Lakeside", "Lakeside Group"));
            screen.page.click("#rows nav a:has-text('updated')");
            screen.page.waitForURL("**/review?action=updated#rows");
            var change = screen.page.locator("tr.row-line .change").first();
            assertThat(change.locator("del").innerText()).isEqualTo("Lakeside");
            assertThat(change.locator("ins").innerText()).isEqualTo("Lakeside Group");
            screen.page.click("tr.row-line a:has-text('Contact')");
            screen.page.waitForURL("**/contacts/*");
            assertThat(screen.main()).contains("Lakeside").doesNotContain("Lakeside Group");
            screen.assertCalm();
        }
    }

    @Test
    void theKeyboardIsEnough() {
        try (Screen screen = screen(Account.create())) {
            Page page = screen.page;
            screen.tabTo("#main a[href='/imports/new']");
            page.keyboard().press("Enter");
            page.waitForURL("**/imports/new");
            screen.tabTo("#file");
            FileChooser chooser = page.waitForFileChooser(() -> page.keyboard().press("Space"));
            chooser.setFiles(ContactFile.messy("keys.csv", 100).payload());
            page.waitForURL("**/map");
            screen.tabTo("[role=combobox][aria-describedby=note-4]");
            page.keyboard().type("do not");
            page.keyboard().press("Enter");
            assertThat(page.inputValue("[name=target_4]")).isEqualTo("skip");
            screen.tabTo("#map .btn-primary");
            page.keyboard().press("Enter");
            page.waitForSelector("#review[data-review=ended]");
            screen.tabTo("#start-import");
            page.keyboard().press("Enter");
            page.waitForSelector("#import[data-status=completed]");
            screen.tabTo("a[href$='/rows?result=failed']");
            page.keyboard().press("Enter");
            page.waitForURL("**/rows?result=failed");
            screen.tabTo(".payload summary");
            page.keyboard().press("Space");
            assertThat(page.locator(".payload[open]").count()).isEqualTo(1);
            screen.assertCalm();
        }
    }

    @Test
    void aCancelledImportKeepsWhatIsWritten() {
        Account account = Account.create();
        try (Screen screen = screen(account)) {
            Page page = screen.page;
            var file = ContactFile.messy("long.csv", 60_000);
            String id = account.upload(file.name(), file.content(), true);
            screen.open("/imports/" + id);
            page.click("summary:has-text('Cancel import')");
            page.waitForSelector("#cancel-words:has-text('They stay as they are')");
            page.click("text=Cancel this import");
            page.waitForSelector("#import[data-status=cancelled]");
            assertThat(screen.main()).contains("What was written stays.", "unprocessed");
            List<Long> terms = equation(screen);
            assertThat(terms).hasSize(7).endsWith(60_000L);
            assertThat(terms.stream().mapToLong(Long::longValue).sum()).isEqualTo(2 * 60_000);
            assertThat(terms.get(5)).as("unprocessed").isPositive();
            assertThat(page.locator("#cancel-place *").count()).isZero();
            screen.assertCalm();
        }
    }

    @Test
    void aListKeepsItselfFresh() {
        Account account = Account.create();
        try (Screen screen = screen(account)) {
            var file = ContactFile.messy("fresh.csv", 5_000);
            account.upload(file.name(), file.content(), true);
            screen.page.reload();
            screen.page.waitForSelector("tr:has-text('fresh.csv') >> text=Completed");
            screen.page.waitForSelector("#imports:not([hx-trigger])");
            screen.page.click("text=fresh.csv");
            screen.page.waitForSelector("#import[data-status=completed]");
            screen.assertCalm();
        }
    }

    @Test
    void badFilesAreExplainedWhereTheyAreChosen() {
        try (Screen screen = screen(Account.create())) {
            Page page = screen.page;
            screen.open("/imports/new");
            page.setInputFiles("#file", ContactFile.of("empty.csv", "").payload());
            page.waitForSelector("[role=alert]:has-text('The file is empty')");
            page.setInputFiles("#file", ContactFile.of("scan.csv", "%PDF-1.7 more").payload());
            page.waitForSelector("[role=alert]:has-text('This is a PDF document')");
            assertThat(page.url()).endsWith("/imports/new");
            page.evaluate("document.querySelector('file-drop').dataset.maxBytes = '3'");
            page.setInputFiles("#file", ContactFile.of("big.csv", "Phone").payload());
            page.waitForSelector("[role=alert]:has-text('The file is larger than 2 GB')");
            screen.assertCalm();
        }
    }

    @Test
    void filesCanBeDroppedAndCellsPasted() {
        try (Screen screen = screen(Account.create())) {
            Page page = screen.page;
            screen.open("/imports/new");
            page.evaluate(
                    """
                    () => {
                      const data = new DataTransfer();
                      data.items.add(new File(['Phone,Name\\n5125550101,Ada'], 'dropped.csv'));
                      document.body.dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true}));
                    }
                    """);
            page.waitForURL("**/map");
            assertThat(screen.main()).contains("dropped.csv");
            screen.open("/imports/new");
            page.evaluate(
                    """
                    () => {
                      const data = new DataTransfer();
                      data.setData('text/plain', 'Phone\\tName\\n5125550101\\tAda');
                      document.body.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true}));
                    }
                    """);
            page.waitForURL("**/map");
            assertThat(screen.main()).contains("pasted-rows.tsv", "Tab");
            screen.assertCalm();
        }
    }

    /// Uploads a file, takes the mapping that is suggested, and waits for the review.
    private static void review(Screen screen, ContactFile file) {
        Page page = screen.page;
        screen.open("/imports/new");
        page.setInputFiles("#file", file.payload());
        page.waitForURL("**/map");
        page.selectOption("[name=target_4]", "skip");
        page.click("#map .btn-primary");
        page.waitForSelector("#review[data-review=ended]");
    }

    private static List<String> rows(Screen screen) {
        return screen.page.locator("tr.row-line .row-number").allInnerTexts();
    }

    /// The equation's numbers as they stand on the page; the last is the total.
    private static List<Long> equation(Screen screen) {
        return screen.page.locator(".equation dd").allInnerTexts().stream()
                .map(text -> Long.valueOf(text.replace(",", "")))
                .toList();
    }
}
