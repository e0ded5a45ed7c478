package io.muster.e2e;

import com.microsoft.playwright.Page;
import io.muster.e2e.LiveServer.Account;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every screen is clean by WCAG 2.2 AA and fits, in light, in dark and on the narrowest phone.
class LooksTest extends BrowserTest {
    private final Account account = Account.create();
    private String done = "";

    @BeforeAll
    void importSomething() {
        var file = ContactFile.messy("spring-customers.csv", 1_000);
        done = account.upload(file.name(), file.content(), true);
        account.upload("autumn-customers.csv", ContactFile.messy("", 300).content(), false);
    }

    @Test
    void everyScreen() {
        try (Screen nobody = screen(Account.create())) {
            nobody.inspect("imports-empty");
            nobody.open("/imports/mappings");
            nobody.inspect("mappings-empty");
            nobody.open("/suppressions");
            nobody.inspect("suppressions-empty");
        }
        try (Screen screen = screen(account)) {
            Page page = screen.page;
            screen.open("/imports/new");
            screen.inspect("upload");
            page.setInputFiles("#file", ContactFile.of("scan.csv", "%PDF-1.7 more").payload());
            page.waitForSelector("[role=alert]");
            screen.inspect("upload-refused");
            page.setInputFiles(
                    "#file",
                    ContactFile.messy("leads.csv", 400)
                            .replacing("Lakeside", "Lakeside Group")
                            .payload());
            page.waitForURL("**/map");
            screen.inspect("map");
            page.selectOption("[name=target_8]", "timezone");
            page.click("text=Map 2 unknown values");
            page.waitForSelector("#values-8 li");
            page.click("[role=combobox][aria-describedby=note-7]");
            page.waitForSelector("[role=listbox]");
            screen.inspect("map-values", ".map-row:has(#note-7)");
            page.keyboard().press("Escape");
            page.click("summary:has-text('Save this mapping')");
            page.fill("#mapping_name", "Leads");
            page.press("#mapping_name", "Enter");
            page.waitForSelector("text=The mapping is saved under");
            page.selectOption("[name=target_4]", "phone");
            page.selectOption("[name=target_8]", "new");
            page.waitForSelector("#note-4 >> text=both mapped");
            page.click("summary:has-text('Options')");
            page.click("summary:has-text('Read it differently')");
            screen.inspect("map-problem", "#columns");
            page.selectOption("[name=target_4]", "skip");
            page.waitForSelector("#map-state >> text=will be imported");
            page.click("#map .btn-primary");
            page.waitForSelector("#review[data-review=ended]");
            screen.inspect("review");
            page.click("#rows nav a:has-text('with a remark')");
            page.waitForURL("**/review?problems=true#rows");
            screen.inspect("review-problems");
            screen.open("/imports/" + screen.importId() + "/review?action=updated&from=380#rows");
            screen.inspect("review-updates");

            screen.open("/imports/" + done);
            page.waitForSelector("#import[data-status=completed]");
            screen.inspect("import");
            undo(screen);

            screen.open("/imports/" + done + "/rows?result=failed");
            page.locator(".payload summary").first().click();
            screen.inspect("rows");
            screen.open("/imports/" + done + "/errors");
            screen.inspect("errors");
            page.locator("a.list-main").first().click();
            page.waitForURL("**/errors/rows?**");
            screen.inspect("errors-rows");
            page.click("summary:has-text('Set a value')");
            page.click("#form-set_value button");
            page.waitForURL("**/errors/preview");
            screen.inspect("errors-preview");
            screen.open("/imports/" + done + "/rows?result=created");
            page.locator("td a").first().click();
            page.waitForURL("**/contacts/*");
            screen.inspect("contact");
            screen.open("/imports");
            screen.inspect("imports");
            page.click("text=Saved mappings");
            page.waitForURL("**/imports/mappings");
            screen.inspect("mappings");
            page.click(".confirm summary:has-text('Rename')");
            page.locator("input[name=name]").first().fill(" ");
            page.locator(".row-submit").first().click();
            page.waitForSelector(".form-error");
            screen.inspect("mappings-problem");
            page.click(".confirm summary:has-text('Delete')");
            page.click(".inline-fold summary");
            screen.inspect("mappings-delete");
            screen.open("/suppressions");
            page.fill("#values", "(212) 555-0142\n+1 212\nsomebody@example.org\nexample.net");
            page.fill("#reason", "Asked by phone");
            page.click("text=Add to the list");
            page.waitForSelector("[role=alert]");
            screen.inspect("suppressions-refused");
            screen.open("/suppressions");
            page.locator(".confirm summary").first().click();
            screen.inspect("suppressions");
            screen.assertCalm();
        }
    }

    /// An import over which another has gone, so that an undo has something to keep.
    private void undo(Screen screen) {
        Page page = screen.page;
        var cities = new StringBuilder("Phone,First name,City\n");
        for (int i = 0; i < 12; i++) {
            cities.append(phone(i)).append(",Ada,Graz\n");
        }
        String id = imported(screen, ContactFile.of("cities.csv", cities.toString()));
        String names = "Phone,First name\n%s,Zoë\n%s,Zoë\n".formatted(phone(1), phone(2));
        imported(screen, ContactFile.of("names.csv", names));
        screen.open("/imports/" + id + "/undo");
        page.waitForSelector("#undo[data-undo=done]");
        screen.inspect("undo");
        page.click("#undo button[type=submit]");
        page.waitForSelector("#import[data-status=reverted]");
        screen.inspect("undone");
        screen.open("/imports/" + id + "/undo/rows");
        screen.inspect("undo-rows");
    }

    private static String phone(int i) {
        return "+1415555" + (2600 + i);
    }

    private String imported(Screen screen, ContactFile file) {
        String id = account.upload(file.name(), file.content(), true);
        screen.open("/imports/" + id);
        screen.page.waitForSelector("#import[data-status=completed]");
        return id;
    }
}
