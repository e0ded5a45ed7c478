package io.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.muster.e2e.LiveServer.Account;
import org.junit.jupiter.api.Test;

/// A field is made, contacts are filtered by keyboard, one is changed, merged, deleted, brought
/// back and erased; and each screen is clean in every look.
class ContactsTest extends BrowserTest {
    private static final String PEOPLE =
            """
            [{"phone": "+14155552600", "email": "ada@example.org", "first_name": "Ada", "last_name": "Byron",
              "company": "Lakeside", "tags": ["vip", "west"]},
             {"phone": "+14155552601", "first_name": "Ada", "last_name": "King", "company": "Lakeside Group", "tags": ["west"]},
             {"phone": "+14155552602", "email": "ben@example.org", "first_name": "Ben", "last_name": "Novak", "company": "Harbor"}]
            """;

    @Test
    void fromAFieldToAnErasedPerson() {
        Account account = Account.create();
        pushed(account);
        try (Screen screen = screen(account)) {
            Page page = screen.page;
            field(screen);
            page.click("nav a:has-text('Contacts')");
            screen.tabTo("#filter > summary");
            page.keyboard().press("Enter");
            screen.tabTo("#add");
            page.keyboard().press("Enter");
            page.waitForSelector("#field-0:focus");
            page.keyboard().type("Comp");
            page.waitForSelector("#field-0 option[value=company][selected]", attached());
            screen.tabTo("#op-0");
            page.keyboard().type("conta");
            page.waitForSelector("#op-0 option[value=contains][selected]", attached());
            screen.tabTo("#value-0");
            page.keyboard().type("lake");
            page.waitForSelector("#results:has-text('2 contacts found')");
            assertThat(page.url()).contains("field.0=company", "value.0=lake");
            page.reload();
            assertThat(screen.main())
                    .contains("2 contacts found", "Ada Byron", "Keep as a segment");
            page.click("#columns > summary");
            page.check("input[name=column][value=last_name]");
            page.waitForSelector("#results th:has-text('Last name')");

            page.click("a:has-text('Ada King')");
            page.click("a:has-text('Edit')");
            page.fill("#phone", "12");
            page.check("input[name=cf_interests][value=Chess]");
            page.keyboard().press("Enter");
            page.waitForSelector("#phone-error");
            page.fill("#phone", "(415) 555-2609");
            page.click("button:has-text('Save')");
            page.waitForSelector("text=The contact is saved.");
            assertThat(page.innerText(".history")).contains("Edited", "Interests", "Phone");

            page.click("a:has-text('Merge')");
            page.fill("#q", "ada@example.org");
            page.keyboard().press("Enter");
            page.click("a:has-text('Compare')");
            assertThat(page.innerText("#comparison ins")).isEqualTo("ada@example.org");
            page.click("button:has-text('Merge these contacts')");
            page.waitForSelector("text=The two contacts are one now.");
            page.click("summary:has-text('Delete contact')");
            page.click("button:has-text('Delete this contact')");
            page.click("button:has-text('Bring it back')");
            page.waitForSelector("text=The contact is back.");
            page.click("text=Erase this person for good");
            page.fill("#confirmation", "ada king");
            page.keyboard().press("Enter");
            page.waitForSelector("text=The person is erased.");
            assertThat(page.locator("#results tbody tr").count()).isEqualTo(1);
            screen.assertCalm();
        }
    }

    @Test
    void everyScreen() {
        Account account = Account.create();
        try (Screen screen = screen(account)) {
            Page page = screen.page;
            screen.open("/fields");
            screen.inspect("fields-empty");
            field(screen);
            pushed(account);
            screen.open(
                    "/contacts?field.0=company&op.0=contains&value.0=lake&mode.1=any&field.1.0=phone&op.1.0=is&value.1.0=12");
            page.click("#columns > summary");
            screen.inspect("contacts-filter");
            screen.open("/contacts");
            screen.inspect("contacts");
            page.click("a:has-text('Ada King')");
            page.click("a:has-text('Edit')");
            page.fill("#phone", "+14155552600");
            page.press("#phone", "Enter");
            page.waitForSelector("#phone-error");
            screen.inspect("contact-edit");
            page.click("button:has-text('Look at the contact that has')");
            page.click("a:has-text('Compare')");
            screen.inspect("contact-merge");
            page.click(".crumbs a >> nth=1");
            page.click("text=Erase this person for good");
            screen.inspect("contact-erase");
            screen.open("/fields/interests");
            page.fill("#options", "Chess");
            page.click("button:has-text('Save')");
            page.waitForSelector("text=Some options would go");
            screen.inspect("field");
            page.click("button:has-text('Save without them')");
            page.click("summary:has-text('Retire this field')");
            page.click("button:has-text('Retire') >> nth=-1");
            page.waitForSelector("text=The field is out of use.");
            page.click("a:has-text('New field')");
            page.click("button:has-text('Create field')");
            page.waitForSelector("#label-error");
            screen.inspect("field-new");
            screen.open("/fields");
            screen.inspect("fields");
            screen.assertCalm();
        }
    }

    private static void field(Screen screen) {
        Page page = screen.page;
        screen.open("/fields/new-field");
        page.fill("#label", "Interests");
        page.selectOption("#type", "choices");
        page.fill("#options", "Chess\nMaths");
        page.click("button:has-text('Create field')");
        page.waitForSelector("text=The field is there.");
    }

    private static void pushed(Account account) {
        account.post("/api/v1/sources", "{\"key\": \"crm\", \"name\": \"CRM\"}");
        assertThat(account.post("/api/v1/sources/crm/contacts", PEOPLE)).contains("created");
    }

    private static Page.WaitForSelectorOptions attached() {
        return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED);
    }
}
