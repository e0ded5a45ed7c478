package io.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.cli.MusterCommand;
import io.muster.e2e.LiveServer.Account;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a script gets to see of an import.
class CommandLineTest {
    private static final String CLEAN =
            """
            Phone,First name
            (212) 555-0142,Ada
            (212) 555-0143,Ben
            """;
    private static final String DIRTY = CLEAN + "nobody's number,Cleo\n";

    @TempDir private Path folder;
    private final Account account = Account.create();

    /// @param exit code
    private record Ran(int exit, String out, String err) {
        JsonNode json() {
            return new JsonMapper().readTree(out);
        }
    }

    @BeforeEach
    void keepTheKey() throws IOException {
        write("key", account.tenant().bearer().substring("Bearer ".length()) + "\n");
    }

    @Test
    void aCleanFileIsImportedWithoutAWordTooMany() throws IOException {
        Ran ran = run(write("people.csv", CLEAN), "--wait");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("Import 1 completed."),
                        line -> assertThat(line).isEqualToIgnoringWhitespace("2 created"),
                        line -> assertThat(line).isEqualToIgnoringWhitespace("2 rows"),
                        line -> assertThat(line).startsWith(LiveServer.url("/imports/")));
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void aDryRunWritesNothing() throws IOException {
        Ran ran = run(write("people.csv", DIRTY), "--dry-run");
        assertThat(ran.exit()).as(ran.err()).isEqualTo(1);
        assertThat(ran.out())
                .startsWith("Nothing is written. An import would do this:")
                .containsPattern(" 2 {2}created")
                .containsPattern(" 1 {2}failed")
                .contains("1  INVALID_PHONE at phone");
        Ran again = run(write("people.csv", CLEAN), "--wait", "--json");
        assertThat(again.json().path("result").path("created").asInt()).isEqualTo(2);
    }

    @Test
    void failedRowsAreLeftInAFile() throws IOException {
        Path errors = folder.resolve("refused.csv");
        Ran ran = run(write("people.csv", DIRTY), "--errors", errors.toString(), "--json");
        assertThat(ran.exit()).as(ran.err()).isEqualTo(1);
        assertThat(ran.json().path("status").asString()).isEqualTo("completed");
        assertThat(ran.json().path("result").path("failed").asInt()).isEqualTo(1);
        assertThat(errors).content().contains("nobody's number").contains("INVALID_PHONE");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aMappingDecidesWhereColumnsGo() throws IOException {
        Path mapping =
                write(
                        "map.json",
                        """
                        {"columns": [{"header": "Phone", "target": "phone"}, {"header": "First name", "target": "company"}],
                         "options": {"tags": ["spring"]}}
                        """);
        Ran ran =
                run(
                        write("people.csv", CLEAN),
                        "--mapping",
                        mapping.toString(),
                        "--wait",
                        "--json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.json().path("options").toString())
                .contains("\"company\"")
                .contains("\"spring\"");
    }

    @Test
    void whatTheServerRefusesIsSaidInItsWords() throws IOException {
        Path mapping =
                write("map.json", "{\"columns\": [{\"index\": 0, \"target\": \"cf:shoe\"}]}");
        Ran ran = run(write("people.csv", CLEAN), "--mapping", mapping.toString());
        assertThat(ran.exit()).isEqualTo(4);
        assertThat(ran.err())
                .startsWith("muster: There is no custom field with the key shoe.")
                .contains("HTTP 422", "\n  /columns/0/target: ");
        assertThat(run(write("empty.csv", "")).exit()).isEqualTo(4);
    }

    @Test
    void aServerThatIsNotThereIsNoFaultOfTheFile() throws IOException {
        Ran ran = execute(write("people.csv", CLEAN), "--server", "http://localhost:1");
        assertThat(ran.exit()).isEqualTo(5);
        assertThat(ran.err()).startsWith("muster: http://localhost:1 cannot be reached");
    }

    @Test
    void aKeyDoesNotTravelUnprotected() throws IOException {
        Ran ran = execute(write("people.csv", CLEAN), "--server", "http://muster.example.com");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("unprotected").contains("--allow-http");
    }

    @Test
    void whatCannotBeMeantIsToldBeforeAnythingIsSent() throws IOException {
        assertThat(run(folder.resolve("missing.csv")))
                .matches(ran -> ran.exit() == 2)
                .matches(ran -> ran.err().contains("missing.csv"));
        Path broken = write("map.json", "{columns: ");
        assertThat(run(write("people.csv", CLEAN), "--mapping", broken.toString()))
                .matches(ran -> ran.exit() == 2)
                .matches(ran -> ran.err().contains("is no JSON"));
    }

    private Ran run(Path file, String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("--server", LiveServer.url("")));
        return execute(file, all.toArray(String[]::new));
    }

    private Ran execute(Path file, String... options) {
        List<String> arguments = new ArrayList<>(List.of("import", file.toString()));
        arguments.addAll(List.of("--key-file", folder.resolve("key").toString()));
        arguments.addAll(List.of(options));
        var out = new StringWriter();
        var err = new StringWriter();
        int exit =
                MusterCommand.commandLine()
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(arguments.toArray(String[]::new));
        return new Ran(exit, out.toString(), err.toString());
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
