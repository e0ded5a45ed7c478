package io.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.muster.e2e.LiveServer.Account;
import java.nio.charset.StandardCharsets;
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

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void open(Page page, String reason) {
        page.click("a.list-main:has-text('" + reason + "')");
        page.waitForURL("**/errors/rows?**");
    }
}
