package io.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.muster.e2e.LiveServer.Account;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What strangers write into headers, cells, tags and file names is text on every page.
class NaughtyFileTest extends BrowserTest {

    @Test
    void nothingInAFileEverRuns() {
        try (Screen screen = screen(Account.create())) {
            Page page = screen.page;
            screen.open("/imports/new");
            page.setInputFiles("#file", ContactFile.naughty().payload());
            page.waitForURL("**/map");
            String id = screen.importId();
            screen.assertCalm();
            page.selectOption("[name=target_0]", "first_name");
            page.selectOption("[name=target_2]", "tags");
            page.selectOption("[name=target_4]", "new");
            page.waitForSelector("#map-state >> text=5 of 5 columns");
            page.click("#map .btn-primary");
            page.waitForSelector("#review[data-review=ended]");
            assertThat(screen.main()).contains("onerror=window.naughty=1");
            screen.assertCalm();
            page.click("#start-import");
            page.waitForSelector("#import[data-status=completed]");
            screen.assertCalm();
            for (String path :
                    List.of(
                            "/imports",
                            "/imports/" + id,
                            "/imports/" + id + "/rows",
                            "/imports/" + id + "/rows?result=failed",
                            "/contacts",
                            "/contacts?q=%3Cscript%3Ewindow.naughty%3D1%3C%2Fscript%3E")) {
                screen.open(path);
                screen.assertCalm();
            }
            screen.open("/imports/" + id + "/rows?result=created");
            page.locator("td a").first().click();
            page.waitForURL("**/contacts/*");
            assertThat(screen.main()).contains("<img src=x", "<script>");
            screen.assertCalm();
        }
    }
}
