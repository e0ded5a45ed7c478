package io.muster.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the documents point to is there.
class DocumentsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^]]*]\\(([^)#:]+)[^)]*\\)");
    private static final Pattern TEST = Pattern.compile("\\b[A-Z][A-Za-z]+Test\\b");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "RATIONALE.md",
                "CONTRIBUTING.md",
                "SECURITY.md",
                "CHANGELOG.md"
            })
    void pointsToWhatIsThere(String name) throws IOException {
        String text = Files.readString(ROOT.resolve(name));

        assertThat(LINK.matcher(text).results().map(found -> ROOT.resolve(found.group(1))))
                .allSatisfy(path -> assertThat(path).exists());
        Set<String> named =
                TEST.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(tests()).containsAll(named);
    }

    private static Set<String> tests() throws IOException {
        Set<String> tests = new TreeSet<>();
        for (String module : Set.of("engine", "server", "e2e", "cli")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith("Test.java"))
                        .map(file -> file.replace(".java", ""))
                        .forEach(tests::add);
            }
        }
        return tests;
    }
}
