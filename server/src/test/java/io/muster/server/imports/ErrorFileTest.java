package io.muster.server.imports;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import io.muster.server.TestBrowser;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The error file opens safely in a spreadsheet, and imports again as it is.
class ErrorFileTest extends ImportTest {
    private static final String FILE =
            """
            Phone,Email,First name,Company
            +49 30 80445685,nobody,=cmd|'/C calc'!A1,"two
            lines, ""quoted"" here"
            +49 30 80445686,nobody,-Ana,@Acme
            +49 30 80445687,good@example.org,Fine,Acme
            """;

    @Test
    void formulasAreNeutralisedAndNothingElseIsLost() {
        DocumentContext done = api.run(FILE, "{}");
        assertThat(ImportApi.summary(done)).isEqualTo("completed 3: 1 created, 2 failed");

        String errors = api.download(ImportApi.id(done), "errors.csv");

        assertThat(errors).startsWith("\uFEFFPhone,Email,First name,Company,Muster row,");
        assertThat(errors)
                .contains("\"two\nlines, \"\"quoted\"\" here\"", "INVALID_EMAIL", ",failed,");
        for (String cell : List.of("+49 30", "=cmd", "-Ana", "@Acme")) {
            assertThat(errors)
                    .doesNotContain("\n" + cell)
                    .doesNotContain("," + cell)
                    .doesNotContain("\"" + cell);
        }
    }

    @Test
    void aRepairedFileImportsTheTrueValues() {
        DocumentContext done = api.run(FILE, "{}");
        String repaired =
                api.download(ImportApi.id(done), "errors.csv")
                        .replaceFirst("nobody", "one@example.org")
                        .replaceFirst("nobody", "two@example.org");

        DocumentContext again = api.run(repaired, "{}");

        assertThat(ImportApi.id(again)).isEqualTo(ImportApi.id(done));
        assertThat(ImportApi.summary(again)).isEqualTo("completed 3: 3 created");
        assertThat(contact("one@example.org"))
                .contains("+493080445685", "=cmd|'/C calc'!A1", "two\\nlines, \\\"quoted\\\" here");
        assertThat(contact("two@example.org")).contains("+493080445686", "\"-Ana\"", "\"@Acme\"");
    }

    @Test
    void reportsHoldOnlyTheRowsAskedFor() {
        UUID id = ImportApi.id(api.run(FILE, "{}"));

        assertThat(api.download(id, "rows.csv")).contains("Fine", "Ana");
        assertThat(api.download(id, "rows.csv?result=created"))
                .contains("Fine")
                .doesNotContain("Ana");
        assertThat(api.download(id, "rows.csv?result=skipped").lines()).hasSize(1);
        assertThat(api.rows(id, "failed")).hasSize(2);
        assertThat(api.rows(id, "success")).hasSize(1);
        assertThat(api.get("/api/v1/imports/" + id + "/rows?result=odd")).hasStatus(400);
    }

    @Test
    void aDownloadMayTakeAsLongAsItsReader() {
        UUID id = ImportApi.id(api.run(FILE, "{}"));

        var answer = api.get("/api/v1/imports/" + id + "/rows.csv");

        assertThat(requireNonNull(answer.getRequest().getAsyncContext()).getTimeout())
                .as("no timeout")
                .isEqualTo(-1);
    }

    private String contact(String email) {
        return TestBrowser.text(api.get("/api/v1/contacts?q=" + email));
    }
}
