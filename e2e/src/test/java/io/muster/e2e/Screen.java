package io.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.muster.e2e.LiveServer.Account;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/// A browser window of one person, which notes everything that goes wrong in it.
final class Screen implements AutoCloseable {
    private static final Path PICTURES = Path.of("../docs/screenshots");
    private static final List<String> WCAG_22_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /// Nothing else depends on the theme, and nothing of that on the width.
    private static final List<String> CONTRAST = List.of("color-contrast");

    /// Of a long table so many rows are looked at as keep the look short.
    private static final String MORE_ROWS = "tbody tr:nth-child(n+31)";

    /// What makes the page wider than the window, if it is.
    private static final String TOO_WIDE =
            """
            document.documentElement.scrollWidth <= innerWidth ? [] :
                [...document.querySelectorAll('main *')]
                    .filter(e => e.getBoundingClientRect().right > innerWidth && !e.closest('.table-region, .tabs'))
                    .map(e => e.outerHTML.slice(0, 100)).slice(0, 5).concat('too wide')
            """;

    private static final int HEIGHT = 860;
    private static final int PATIENCE = 30_000;
    private static final int MOST_STOPS = 250;

    private final BrowserContext context;
    private final List<String> faults = new ArrayList<>();
    final Page page;

    /// How people have their screens; they are at the last one while nothing is inspected.
    private enum Look {
        NARROW(320, ColorScheme.LIGHT),
        DARK(1280, ColorScheme.DARK),
        LIGHT(1280, ColorScheme.LIGHT);

        private final int width;
        private final ColorScheme scheme;

        Look(int width, ColorScheme scheme) {
            this.width = width;
            this.scheme = scheme;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Screen(Browser browser) {
        this.context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(Look.LIGHT.width, HEIGHT)
                                .setColorScheme(Look.LIGHT.scheme)
                                .setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE);
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isExpected(message.text())) {
                faults.add(message.text());
            }
        });
        page.onPageError(faults::add);
        // From the start: asked for together with the key that opens it, a chooser can open before
        // the browser has heard that it is wanted, and then it closes unseen.
        page.onFileChooser(chooser -> {});
        page.onDialog(dialog -> {
            faults.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
    }

    /// A refused form comes back as the page it was sent from, and leaving a page ends what it had
    /// asked for.
    private static boolean isExpected(String text) {
        return text.contains("status of 422") || text.startsWith("htmx:");
    }

    Screen signIn(Account account) {
        open("/sign-in");
        page.fill("#email", account.email());
        page.fill("#password", Account.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/imports");
        return this;
    }

    void open(String path) {
        page.navigate(LiveServer.url(path));
    }

    /// The id of the import that the page is about.
    String importId() {
        return page.url().replaceAll(".*/imports/([0-9a-f-]{36}).*", "$1");
    }

    String main() {
        return page.innerText("#main");
    }

    /// Holds the page to the rules of accessibility and to its own width, on the narrowest phone,
    /// in dark and in light.
    void inspect(String name) {
        inspect(name, ":target");
    }

    /// @param top what a picture of the page begins with
    void inspect(String name, String top) {
        for (Look look : Look.values()) {
            show(look);
            assertThat(violations(look)).as(name + " " + look).isEmpty();
            assertThat(page.evaluate(TOO_WIDE)).as(name + " fits " + look).isEqualTo(List.of());
            if (Boolean.getBoolean("screenshots")) {
                page.evaluate(
                        "top => (document.querySelector(top) ?? document.body).scrollIntoView()",
                        top);
                page.screenshot(
                        new Page.ScreenshotOptions()
                                .setPath(PICTURES.resolve(name + "-" + look.key() + ".png")));
            }
        }
    }

    private void show(Look look) {
        page.setViewportSize(look.width, HEIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme));
        page.waitForFunction(
                "scheme => document.documentElement.dataset.bsTheme === scheme",
                look.scheme.name().toLowerCase(Locale.ROOT));
    }

    private List<String> violations(Look look) {
        // No page has frames, whose findings would have to be gathered in a page of their own.
        AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true).exclude(MORE_ROWS);
        switch (look) {
            case LIGHT -> axe.withTags(WCAG_22_AA);
            case DARK -> axe.withRules(CONTRAST);
            case NARROW -> axe.withTags(WCAG_22_AA).disableRules(CONTRAST);
        }
        return axe.analyze().getViolations().stream().map(Screen::describe).toList();
    }

    private static String describe(Rule rule) {
        return rule.getId()
                + ": "
                + rule.getNodes().stream()
                        .limit(4)
                        .map(node ->
                                node.getHtml()
                                        + " "
                                        + node.getAny().stream()
                                                .map(check -> check.getMessage())
                                                .toList())
                        .toList();
    }

    /// Goes from control to control until the wanted one has the focus, as people without a mouse
    /// do.
    void tabTo(String selector) {
        for (int i = 0; i < MOST_STOPS; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(
                    page.evaluate("s => document.activeElement.matches(s)", selector))) {
                assertThat(page.evaluate("document.activeElement.matches(':focus-visible')"))
                        .as("visible focus on " + selector)
                        .isEqualTo(true);
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + selector);
    }

    void until(String what, BooleanSupplier done) {
        page.waitForCondition(done);
        assertThat(done.getAsBoolean()).as(what).isTrue();
    }

    /// Nothing was blocked, nothing broke, nothing foreign ran.
    void assertCalm() {
        assertThat(page.evaluate("window.naughty === undefined")).as("nothing ran").isEqualTo(true);
        assertThat(faults).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
