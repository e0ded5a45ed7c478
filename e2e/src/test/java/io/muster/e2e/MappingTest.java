package io.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.muster.e2e.LiveServer.Account;
import org.junit.jupiter.api.Test;

/// Where columns go, chosen with the keyboard, and what their values stand for, kept for the next
/// file.
class MappingTest extends BrowserTest {
    private static final ContactFile FIRST =
            ContactFile.of(
                    "spring.csv",
                    """
                    Ref,Fon,Office,Remark
                    r1,(512) 555-0101,HQ,a
                    r2,(512) 555-0102,HQ,b
                    r3,nobody knows,Lab,c
                    r4,(512) 555-0104,Europe/Paris,d
                    """);
    private static final ContactFile NEXT =
            ContactFile.of("summer.csv", "Fon,Ref,Remark,Office\n(512) 555-0109,r9,z,Lab\n");

    @Test
    void aMappingIsMadeOnceAndComesBack() {
        try (Screen screen = screen(Account.create())) {
            Page page = screen.page;
            bring(screen, FIRST);
            choose(screen, 0, "external", "external_id");
            choose(screen, 1, "phone", "phone");
            choose(screen, 2, "zone", "timezone");
            page.waitForSelector("#note-1 >> text=3 valid · 1 refused · 0 blank");
            assertThat(page.innerText("#note-1")).contains("nobody knows");
            page.waitForSelector("#note-2 >> text=1 valid · 3 refused · 0 blank");

            page.click("text=Map 2 unknown values");
            Locator zones = page.locator("#values-2 li");
            zones.first().waitFor();
            assertThat(zones.first().innerText()).contains("HQ", "in 2 rows");
            zones.nth(0).locator("input[name=text_2]").fill("America/Chicago");
            zones.nth(1).locator("select").selectOption("blank");
            page.waitForSelector("#note-2 >> text=3 valid · 0 refused · 1 blank");

            page.click("summary:has-text('Save this mapping')");
            page.fill("#mapping_name", "Office list");
            page.press("#mapping_name", "Enter");
            page.waitForSelector("text=The mapping is saved under “Office list”.");
            assertThat(page.inputValue("[name=target_2]")).as("kept").isEqualTo("timezone");
            screen.assertCalm();

            bring(screen, NEXT);
            assertThat(screen.main())
                    .contains("Mapped as saved under “Office list”", "The headers are the same.")
                    .contains("used on");
            assertThat(page.inputValue("[name=target_1]")).isEqualTo("external_id");
            page.waitForSelector("#note-3 >> text=0 valid · 0 refused · 1 blank");
            page.click("#map .btn-primary");
            page.waitForSelector("#review[data-review=ended]");
            assertThat(screen.main()).contains("1 of 1 row will be imported");
            screen.assertCalm();
        }
    }

    @Test
    void aSavedMappingIsRenamedAndDeletedWithTheKeyboard() {
        try (Screen screen = screen(Account.create())) {
            Page page = screen.page;
            bring(screen, FIRST);
            page.click("summary:has-text('Save this mapping')");
            page.fill("#mapping_name", "Office list");
            page.press("#mapping_name", "Enter");
            page.waitForSelector("text=The mapping is saved under “Office list”.");
            bring(screen, NEXT);
            page.click(".note a:has-text('All saved mappings')");
            page.waitForURL("**/imports/mappings#mapping-*");

            screen.tabTo(".confirm summary");
            page.keyboard().press("Enter");
            screen.tabTo("input[name=name]");
            page.keyboard().type("Head office");
            page.keyboard().press("Enter");
            page.waitForSelector("text=The mapping is called “Head office” now.");

            screen.tabTo(".confirm + .confirm summary");
            page.keyboard().press("Enter");
            screen.tabTo(".confirm .btn-danger");
            page.keyboard().press("Enter");
            page.waitForSelector("text=The mapping is deleted.");
            assertThat(screen.main()).contains("No saved mappings yet");
            screen.assertCalm();
        }
    }

    @Test
    void thePickerAnswersToTheKeyboard() {
        try (Screen screen = screen(Account.create())) {
            Page page = screen.page;
            bring(screen, FIRST);
            Locator picker = picker(screen, 3);
            picker.click();
            page.keyboard().type("zzz");
            assertThat(page.innerText("[role=listbox]")).contains("No field of this name");
            page.keyboard().press("Enter");
            assertThat(page.inputValue("[name=target_3]")).isEqualTo("skip");
            assertThat(picker.inputValue()).isEqualTo("Do not import");

            picker.click();
            page.keyboard().type("last");
            assertThat(picker.getAttribute("aria-activedescendant")).isNotEmpty();
            page.keyboard().press("Escape");
            assertThat(page.locator("[role=listbox]").count()).isZero();
            assertThat(page.inputValue("[name=target_3]")).isEqualTo("skip");

            picker.click();
            page.keyboard().type("name");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Tab");
            assertThat(page.inputValue("[name=target_3]")).isEqualTo("last_name");
            assertThat(picker.inputValue()).isEqualTo("Last name");
            screen.assertCalm();
        }
    }

    private static void bring(Screen screen, ContactFile file) {
        screen.open("/imports/new");
        screen.page.setInputFiles("#file", file.payload());
        screen.page.waitForURL("**/map");
    }

    private static void choose(Screen screen, int column, String typed, String target) {
        picker(screen, column).click();
        screen.page.keyboard().type(typed);
        screen.page.keyboard().press("Enter");
        assertThat(screen.page.inputValue("[name=target_" + column + "]")).isEqualTo(target);
    }

    private static Locator picker(Screen screen, int column) {
        return screen.page.locator("[role=combobox][aria-describedby=note-" + column + "]");
    }
}
