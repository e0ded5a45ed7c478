package io.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.muster.e2e.LiveServer.Account;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// A dirty file ends without a failed row, and nobody goes back to the spreadsheet.
class RepairJourneyTest extends BrowserTest {
    private static final String KNOWN =
            """
            Phone,Email,First name
            2125550190,ada@example.org,Ada
            2125550191,ben@example.org,Ben
            """;
    private static final String DIRTY =
            """
            Phone,Email,First name,Country
            030 80445685,cem@example.org,Cem,Germany
            030 80445686,dora@gmail,Dora,Germany
            2125550144,eva@gmail,Eva,Teutonia
            2125550145,fay@example.org,Fay,Teutonia
            not a number,gus@example.org,Gus,Germany
            2.12556E+9,hal@example.org,Hal,Germany
            2125550190,ben@example.org,Ada Lovelace,Germany
            2125550148,ida@example.org,Ida,Germany
            """;

    @Test
    void fromEightRowsWithSevenMistakesToNone() {
        Account account = Account.create();
        account.upload("known.csv", bytes(KNOWN), true);
        try (Screen screen = screen(account)) {
            Page page = screen.page;
            page.waitForSelector("tr:has-text('known.csv') >> text=Completed");
            String id = account.upload("dirty.csv", bytes(DIRTY), true);
            screen.open("/imports/" + id);
            page.waitForSelector("#import[data-status=completed]");
            page.click("text=Mend 7 failed rows");
            page.waitForURL("**/errors");
            screen.inspect("errors");

            // All numbers of a country at once.
            open(page, "Invalid phone");
            page.click("summary:has-text('Choose the country')");
            page.selectOption("#fix-region", "DE");
            page.click("#form-region button");
            page.waitForSelector("text=2 rows of 3 would change");
            assertThat(screen.main()).contains("030 80445685", "+493080445685");
            screen.inspect("fix-preview");
            page.click("#apply-fix");
            page.waitForURL("**/errors");

            // A step too far is taken back.
            open(page, "Invalid phone");
            page.click("summary:has-text('Drop the rows')");
            page.click("#form-drop button");
            page.click("#apply-fix");
            page.waitForURL("**/errors");
            page.click("#steps button:has-text('Undo')");
            page.waitForSelector("#steps .is-undone");

            open(page, "Invalid email");
            page.click("#form-suggestion button");
            page.waitForSelector("text=2 rows of 2 would change");
            page.click("#apply-fix");
            page.waitForURL("**/errors");

            open(page, "Invalid country");
            page.click("summary:has-text('Write other values')");
            page.fill("#to-0", "Germany");
            page.click("#form-map_values button");
            page.click("#apply-fix");
            page.waitForURL("**/errors");

            // One row by hand: Esc puts it back, Enter saves it.
            open(page, "Invalid phone");
            String cell = "#row-5 [name=cell_0]";
            page.fill(cell, "oops");
            page.press(cell, "Escape");
            assertThat(page.inputValue(cell)).isEqualTo("not a number");
            page.fill(cell, "212 555 0146");
            page.press(cell, "Enter");
            page.waitForSelector("#row-5 .state:has-text('created')");
            screen.inspect("errors-rows");
            page.click("#row-5 [data-drawer]");
            page.waitForSelector("#drawer[open] >> text=+12125550146");
            screen.inspect("errors-drawer");
            page.keyboard().press("Escape");
            page.waitForCondition(() -> page.locator("#drawer[open]").count() == 0);
            screen.open("/imports/" + id + "/errors");

            open(page, "Excel damaged");
            page.click("#row-6 button:has-text('Drop')");
            page.waitForSelector("#row-6 .state:has-text('skipped')");
            screen.open("/imports/" + id + "/errors");

            open(page, "Match conflict");
            page.waitForSelector("text=Which one is it about?");
            screen.inspect("errors-conflict");
            page.click("#row-7 li:has-text('Ada') button");
            page.waitForSelector("#row-7 .state:has-text('updated')");
            screen.open("/imports/" + id + "/errors");

            page.click("#retry");
            page.waitForSelector("#import[data-status=completed]");
            assertThat(screen.main()).contains("7 of 8 rows imported.");
            screen.open("/imports/" + id + "/errors");
            assertThat(screen.main())
                    .contains("None of 8 rows has failed.", "Attempt 2 was completed.");
            screen.open("/contacts?q=ada%40example.org");
            assertThat(screen.main()).contains("Ada Lovelace");
            screen.open("/contacts?q=dora%40gmail.com");
            assertThat(screen.main()).contains("1 contact found");
            screen.assertCalm();
        }
    }

    @Test
    void cellsOfTheReviewAreWrittenInPlace() {
        Account account = Account.create();
        String id = account.upload("dirty.csv", bytes(DIRTY), false);
        try (Screen screen = screen(account)) {
            Page page = screen.page;
            screen.open("/imports/" + id + "/map");
            page.click("#map .btn-primary");
            page.waitForSelector("#review[data-review=ended]");
            page.waitForSelector("text=2 of 8 rows will be imported");

            // With the mouse: Esc leaves it as it was, Enter keeps it, and everything follows.
            String cell = "#row-5 [data-cell='0']";
            page.click(cell);
            page.fill(cell + " input", "oops");
            page.press(cell + " input", "Escape");
            assertThat(page.innerText(cell)).contains("not a number");
            page.click(cell);
            page.fill(cell + " input", "212 555 0146");
            page.press(cell + " input", "Enter");
            page.waitForSelector("#row-5 .state:has-text('created')");
            page.waitForSelector("#outcome:has-text('3 of 8 rows will be imported')");
            assertThat(page.innerText(cell)).contains("212 555 0146");
            assertThat(page.innerText("#review-tabs")).contains("created 3", "failed 5");
            assertThat(page.locator("#review-issues table").count()).isPositive();
            screen.inspect("review-edited");

            // By keyboard alone.
            page.focus(cell);
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            page.keyboard().type("2125550199");
            page.keyboard().press("Enter");
            page.waitForSelector("#row-6 .state:has-text('created')");
            assertThat(page.evaluate("document.activeElement.closest('tr')?.id"))
                    .isEqualTo("row-6");

            page.click("#undo-step");
            page.waitForSelector("#row-6 .state:has-text('failed')");
            page.waitForSelector("#outcome:has-text('3 of 8 rows will be imported')");

            // All rows of a reason at once, and back to the review.
            mend(page, "Invalid email");
            page.click("#form-suggestion button");
            page.click("#apply-fix");
            page.waitForSelector("#review[data-review=ended]");
            mend(page, "Excel damaged");
            page.click("summary:has-text('Drop the rows')");
            page.click("#form-drop button");
            page.click("#apply-fix");
            page.waitForSelector("#review[data-review=ended]");
            mend(page, "Invalid phone");
            page.click("summary:has-text('Choose the country')");
            page.selectOption("#fix-region", "DE");
            page.click("#form-region button");
            page.click("#apply-fix");
            page.waitForSelector("#review[data-review=ended]");
            mend(page, "Invalid country");
            page.click("summary:has-text('Set a value')");
            page.fill("#fix-value", "Germany");
            page.click("#form-set_value button");
            page.click("#apply-fix");
            page.waitForSelector("#review[data-review=ended] >> text=7 of 8 rows will be imported");

            page.click("#start-import");
            page.waitForSelector("#import[data-status=completed]");
            assertThat(screen.main()).contains("7 of 8 rows imported.").doesNotContain("Mend ");
            screen.assertCalm();
        }
    }

    /// Read as a file from the United States, no row of it has a phone number.
    @Test
    void aSampleOfWhichEveryRowFailsComesToNoFailures() throws IOException {
        Account account = Account.create();
        String id = account.upload("kunden.csv", file("/samples/german-excel-semicolon.csv"), true);
        try (Screen screen = screen(account)) {
            Page page = screen.page;
            screen.open("/imports/" + id);
            page.waitForSelector("#import[data-status=completed]");
            page.click("text=Mend 60 failed rows");
            page.waitForURL("**/errors");
            open(page, "Invalid phone");
            page.click("summary:has-text('Choose the country')");
            page.selectOption("#fix-region", "DE");
            page.click("#form-region button");
            page.waitForSelector("text=60 rows of 60 would change; 60 pass the rules then.");
            page.click("#apply-fix");
            page.waitForURL("**/errors");
            retry(page);

            assertThat(screen.main()).contains("60 of 60 rows imported.");
            screen.open("/contacts?q=%2B493080445685");
            assertThat(screen.main()).contains("María Okafor");
            screen.assertCalm();
        }
    }

    /// The demo's worst file: hundreds of rows fail, for a dozen reasons.
    @Test
    void theDirtiestSampleComesToNoFailures() throws IOException {
        Account account = Account.create();
        String known = account.upload("customers.csv", file("/demo/customers.csv"), true);
        try (Screen screen = screen(account)) {
            Page page = screen.page;
            screen.open("/imports/" + known);
            page.waitForSelector("#import[data-status=completed]");
            String id = account.upload("leads.csv", file("/demo/trade-fair-leads.csv"), true);
            screen.open("/imports/" + id);
            page.waitForSelector("#import[data-status=completed]");
            page.click("a:has-text('Mend ')");
            page.waitForURL("**/errors");

            open(page, "Invalid email");
            page.click("#form-suggestion button");
            page.click("#apply-fix");
            page.waitForURL("**/errors");
            open(page, "Invalid email");
            page.click("summary:has-text('Set a value')");
            page.click("#form-set_value button");
            page.click("#apply-fix");
            page.waitForURL("**/errors");
            open(page, "Match conflict");
            String torn = page.locator(".repair-row").first().getAttribute("id");
            page.locator("#" + torn + " li button").first().click();
            page.waitForSelector("#" + torn + ":not(:has(.repair-conflict))");
            screen.open("/imports/" + id + "/errors");
            retry(page);

            // What is left is beyond mending.
            for (int round = 0; round < 4 && failed(page) > 0; round++) {
                screen.open("/imports/" + id + "/errors");
                for (String group : groups(page)) {
                    screen.open(group);
                    page.click("summary:has-text('Drop the rows')");
                    page.click("#form-drop button");
                    if (page.locator("#apply-fix").count() > 0) {
                        page.click("#apply-fix");
                        page.waitForURL("**/errors");
                    }
                }
                screen.open("/imports/" + id + "/errors");
                retry(page);
            }

            assertThat(failed(page)).isZero();
            screen.open("/imports/" + id + "/errors");
            assertThat(screen.main()).contains("None of ", "has failed.");
            screen.assertCalm();
        }
    }

    private static void retry(Page page) {
        page.click("#retry");
        page.waitForSelector("#import[data-status=completed]");
    }

    private static int failed(Page page) {
        return page.locator("a:has-text('Mend ')").count();
    }

    /// Where the rows are that failed, by reason.
    private static List<String> groups(Page page) {
        return page.locator("tr:has(.state:has-text('fail')) a.list-main").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    private static byte[] file(String resource) throws IOException {
        try (InputStream in = RepairJourneyTest.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static void mend(Page page, String reason) {
        page.locator("#review-issues tr:has(strong:text-is('" + reason + "')) .issue-mend")
                .first()
                .click();
        page.waitForURL("**/errors/rows?**");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void open(Page page, String reason) {
        page.click("a.list-main:has-text('" + reason + "')");
        page.waitForURL("**/errors/rows?**");
    }
}
