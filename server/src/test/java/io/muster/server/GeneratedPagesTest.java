package io.muster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.outcome.Code;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/// The pages in `docs/` that are made from the code say what the code says.
///
/// After a change, write them anew with `mvn -pl server -am test -Dtest=GeneratedPagesTest
/// -Dsurefire.failIfNoSpecifiedTests=false -Dmuster.docs=write`.
class GeneratedPagesTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Path SETTINGS = Path.of("src/main/resources/application.yml");

    @ParameterizedTest
    @MethodSource("pages")
    void isCurrent(String name, String made) throws IOException {
        Path page = DOCS.resolve(name);
        if (System.getProperty("muster.docs", "").equals("write")) {
            Files.writeString(page, made);
        }

        assertThat(page).hasContent(made);
    }

    static Stream<Object[]> pages() throws IOException {
        return Stream.of(
                new Object[] {"codes.md", codes()},
                new Object[] {"configuration.md", configuration()});
    }

    private static String codes() {
        StringBuilder page =
                new StringBuilder(
                        """
                        # Codes

                        Everything Muster can say about a row, an import or a request. The names are part of the API: they stand
                        in `info[].code` of a row, in `issues[].code` of a review, in error files and in `errors[].code` of a
                        refused request. Where a place or value is known, the message is more exact than the sentence here.

                        Made from [`Code.java`](../engine/src/main/java/io/muster/engine/outcome/Code.java).
                        """);
        for (Code.Kind kind : Code.Kind.values()) {
            page.append("\n## ").append(title(kind)).append("\n\n| code | says |\n| --- | --- |\n");
            for (Code code : Code.values()) {
                if (code.kind() == kind) {
                    page.append("| `%s` | %s |\n".formatted(code, code.sentence()));
                }
            }
        }
        return page.toString();
    }

    private static String title(Code.Kind kind) {
        return switch (kind) {
            case WARNING -> "Warnings: the row was imported, with something dropped or left alone";
            case SKIP -> "Skips: a policy left the row out";
            case FAILURE -> "Failures: the row is wrong or cannot be placed";
            case IMPORT -> "Imports that fail as a whole, and files that are refused";
            case UNDO -> "Undo: why a row stays as it is";
            case REQUEST -> "Requests that are refused";
        };
    }

    private static String configuration() throws IOException {
        StringBuilder page =
                new StringBuilder(
                        """
                        # Configuration

                        Every setting has a default and can be set from the environment. A blank value means: not set. Sizes take
                        `KB`, `MB` and `GB`; durations `ms`, `s`, `m`, `h` and `d`. Any other setting of Spring Boot can be given in the
                        same way.

                        Made from [`application.yml`](../server/src/main/resources/application.yml).

                        | environment | default | meaning |
                        | --- | --- | --- |
                        """);
        List<Setting> settings = new ArrayList<>();
        collect("", root(), settings);
        for (Setting setting : settings) {
            page.append(
                    "| `%s` | %s | %s |\n"
                            .formatted(
                                    setting.environment(),
                                    setting.value().isEmpty() ? "" : "`" + setting.value() + "`",
                                    setting.meaning()));
        }
        return page.toString();
    }

    private record Setting(String key, String value, String meaning) {
        String environment() {
            return key.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
        }
    }

    private static MappingNode root() throws IOException {
        var options = new LoaderOptions();
        options.setProcessComments(true);
        try (Reader reader = Files.newBufferedReader(SETTINGS)) {
            return (MappingNode) new Yaml(options).compose(reader);
        }
    }

    /// A key without a comment belongs to the one above it.
    private static void collect(String prefix, MappingNode group, List<Setting> settings) {
        String meaning = "";
        for (NodeTuple entry : group.getValue()) {
            ScalarNode key = (ScalarNode) entry.getKeyNode();
            meaning = key.getBlockComments() == null ? meaning : comment(key, meaning);
            switch (entry.getValueNode()) {
                case MappingNode inner -> collect(prefix + key.getValue() + ".", inner, settings);
                case ScalarNode value ->
                        settings.add(
                                new Setting(prefix + key.getValue(), value.getValue(), meaning));
                default -> throw new IllegalStateException("No setting: " + entry);
            }
        }
    }

    private static String comment(ScalarNode key, String otherwise) {
        String text =
                key.getBlockComments().stream()
                        .map(line -> line.getValue().strip())
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining(" "));
        return text.isEmpty() ? otherwise : text;
    }
}
