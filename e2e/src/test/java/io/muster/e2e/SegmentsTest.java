package io.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.muster.e2e.LiveServer.Account;
import org.junit.jupiter.api.Test;

/// A segment is built by keyboard, counted while it is built, and clean in every look.
class SegmentsTest extends BrowserTest {

    @Test
    void theKeyboardIsEnough() {
        Account account = Account.create();
        try (Screen screen = screen(account)) {
            Page page = screen.page;
            imported(screen, account);
            page.click("nav a:has-text('Segments')");
            screen.tabTo("#main a[href='/segments/new']");
            page.keyboard().press("Enter");
            page.waitForURL("**/segments/new");
            screen.tabTo("#name");
            page.keyboard().type("Lakeside");
            screen.tabTo("#field-0");
            page.keyboard().type("Comp");
            page.waitForSelector("#field-0 option[value=company][selected]", attached());
            screen.tabTo("#op-0");
            page.keyboard().type("conta");
            page.waitForSelector("#op-0 option[value=contains][selected]", attached());
            screen.tabTo("#value-0");
            page.keyboard().type("lake");
            page.waitForSelector("#filter-count:has-text('contacts match')");
            screen.tabTo("#group");
            page.keyboard().press("Enter");
            page.waitForSelector("#field-1-0:focus");
            page.keyboard().type("Tag");
            page.waitForSelector("#op-1-0 option[value=has][selected]", attached());
            screen.tabTo("#value-1-0");
            page.keyboard().type("vip");
            screen.tabTo("#add-1");
            page.keyboard().press("Enter");
            page.waitForSelector("#field-1-1:focus");
            page.keyboard().type("Time");
            page.waitForSelector("#field-1-1 option[value=timezone][selected]", attached());
            screen.tabTo("#op-1-1");
            page.keyboard().type("is emp");
            page.waitForSelector("#value-1-1", gone());
            screen.tabTo("#save-segment");
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.matches(".*/segments/[0-9a-f-]{36}"));
            assertThat(screen.main())
                    .contains(
                            "Lakeside",
                            "Company contains “lake” and (Tags has “vip” or Time zone is empty)")
                    .containsPattern("\\d+ contacts");
            screen.assertCalm();
        }
    }

    @Test
    void everyScreen() {
        Account account = Account.create();
        try (Screen screen = screen(account)) {
            Page page = screen.page;
            screen.open("/segments");
            screen.inspect("segments-empty");
            imported(screen, account);
            screen.open("/segments/new");
            page.fill("#name", "VIPs of Lakeside");
            page.selectOption("#field-0", "company");
            page.waitForSelector("#field-0 option[value=company][selected]", attached());
            page.fill("#value-0", "Lake");
            page.click("#group");
            page.waitForSelector("#field-1-0");
            page.selectOption("#field-1-0", "tags");
            page.waitForSelector("#op-1-0 option[value=has][selected]", attached());
            page.fill("#value-1-0", "vip");
            page.click("#add-1");
            page.waitForSelector("#field-1-1");
            page.selectOption("#field-1-1", "phone");
            page.waitForSelector("#field-1-1 option[value=phone][selected]", attached());
            page.fill("#value-1-1", "12");
            page.waitForSelector("#filter-count");
            screen.inspect("segment-builder");
            page.click("#save-segment");
            page.waitForSelector("#error-1-1");
            screen.inspect("segment-refused");
            page.fill("#value-1-1", "(512) 200-0000");
            page.click("#save-segment");
            page.waitForURL(url -> url.matches(".*/segments/[0-9a-f-]{36}"));
            page.click("summary:has-text('Delete segment')");
            screen.inspect("segment");
            screen.open("/segments");
            screen.inspect("segments");
            screen.assertCalm();
        }
    }

    private static Page.WaitForSelectorOptions attached() {
        return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED);
    }

    private static Page.WaitForSelectorOptions gone() {
        return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED);
    }

    private static void imported(Screen screen, Account account) {
        var file = ContactFile.messy("customers.csv", 200);
        String id = account.upload(file.name(), file.content(), true);
        screen.open("/imports/" + id);
        screen.page.waitForSelector("#import[data-status=completed]");
    }
}
