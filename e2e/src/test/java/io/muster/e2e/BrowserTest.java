package io.muster.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import io.muster.e2e.LiveServer.Account;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// A test in the system's own Chromium.
@TestInstance(Lifecycle.PER_CLASS)
abstract class BrowserTest {
    private static final List<String> PLACES =
            List.of(
                    "/usr/bin/chromium",
                    "/usr/bin/chromium-browser",
                    "/usr/bin/google-chrome",
                    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    @SuppressWarnings("NullAway.Init")
    private Playwright playwright;

    @SuppressWarnings("NullAway.Init")
    private Browser browser;

    @BeforeAll
    void launch() {
        playwright = Playwright.create();
        // Chromium refuses its sandbox to root, as whom containers run.
        var options = new LaunchOptions().setArgs(List.of("--no-sandbox"));
        Stream.of(System.getenv().getOrDefault("CHROME_BIN", ""))
                .filter(path -> !path.isEmpty())
                .findFirst()
                .or(() -> PLACES.stream().filter(path -> Files.exists(Path.of(path))).findFirst())
                .map(Path::of)
                .ifPresent(options::setExecutablePath);
        browser = playwright.chromium().launch(options);
    }

    @AfterAll
    void close() {
        playwright.close();
    }

    Screen screen(Account account) {
        return new Screen(browser).signIn(account);
    }
}
