package io.muster.server.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Holds templates and page code to what they promise each other and the browser.
class SourcesTest {
    private static final Path MAIN = Path.of("src/main");
    private static final Pattern LITERAL_KEY = Pattern.compile("\\bt\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern BUILT_KEY = Pattern.compile("\\bt\\(\\s*\"([^\"]+\\.)\"\\s*\\+");
    private static final Pattern QUOTED = Pattern.compile("\"([a-z_0-9]+(?:\\.[a-z_0-9]+)+)\"");
    private static final Pattern ICON = Pattern.compile("\\bicon\\(\\s*\"([^\"]+)\"\\s*\\)");

    private final ResourceBundle bundle = ResourceBundle.getBundle("messages", Texts.LOCALE);

    @Test
    void everyKeyThatIsUsedHasAText() {
        Set<String> missing = new TreeSet<>(groups(LITERAL_KEY));
        missing.removeAll(bundle.keySet());
        assertThat(missing).isEmpty();
    }

    @Test
    void everyTextIsUsed() {
        Set<String> unused = new TreeSet<>(bundle.keySet());
        unused.removeAll(groups(LITERAL_KEY));
        unused.removeAll(groups(QUOTED));
        List<String> built = groups(BUILT_KEY);
        unused.removeIf(key -> built.stream().anyMatch(key::startsWith));
        assertThat(unused).isEmpty();
    }

    @Test
    void everyTextIsAPattern() {
        for (String key : bundle.keySet()) {
            assertThatCode(() -> Texts.t(key, 1, 2, 3)).as(key).doesNotThrowAnyException();
        }
    }

    @Test
    void everyThemeAndErrorHasItsWords() {
        for (Theme theme : Theme.values()) {
            assertThat(Texts.t("shell.theme." + theme.key())).isNotEmpty();
        }
        for (ErrorWords words : ErrorWords.values()) {
            assertThat(words.title()).isNotEmpty();
            assertThat(words.text()).isNotEmpty();
        }
    }

    @Test
    void everyIconIsInTheSet() {
        List<String> names = new ArrayList<>(groups(ICON));
        for (Tone tone : Tone.values()) {
            names.add(tone.icon());
        }
        for (Theme theme : Theme.values()) {
            names.add(theme.icon());
        }
        assertThat(names).isNotEmpty();
        for (String name : names) {
            assertThatCode(() -> Icons.icon(name)).as(name).doesNotThrowAnyException();
        }
    }

    @Test
    void templatesLeaveNothingForThePolicyToBlock() {
        var forbidden =
                Pattern.compile(
                        "\\sstyle=|\\son[a-z]+=|\\shx-on|javascript:|\\shx-(?:vals|headers)=['\"]js:|<style|<script(?![^>]*\\ssrc=)");
        eachSource(
                "jte",
                (path, text) ->
                        assertThat(forbidden.matcher(text).results().map(MatchResult::group))
                                .as(path.toString())
                                .isEmpty());
    }

    @Test
    void everyFormThatChangesSomethingProvesItself() {
        var form = Pattern.compile("<form[^>]*method=\"post\".*?</form>", Pattern.DOTALL);
        eachSource(
                "jte",
                (path, text) ->
                        form.matcher(text)
                                .results()
                                .forEach(found ->
                                        assertThat(found.group())
                                                .as(path.toString())
                                                .contains("@template.parts.csrf(")));
    }

    private static List<String> groups(Pattern pattern) {
        List<String> found = new ArrayList<>();
        Consumer<String> collect =
                text -> pattern.matcher(text).results().map(m -> m.group(1)).forEach(found::add);
        eachSource("jte", (path, text) -> collect.accept(text));
        eachSource("java", (path, text) -> collect.accept(text));
        return found;
    }

    private interface Source {
        void read(Path path, String text);
    }

    private static void eachSource(String kind, Source source) {
        try (var files = Files.walk(MAIN.resolve(kind))) {
            List<Path> paths =
                    files.filter(path -> path.toString().endsWith("." + kind))
                            .collect(Collectors.toList());
            assertThat(paths).isNotEmpty();
            for (Path path : paths) {
                source.read(path, Files.readString(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
