package io.muster.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import io.muster.engine.file.FileSource;
import io.muster.engine.file.FormatDetector;
import io.muster.engine.file.Limits;
import io.muster.engine.file.RowReader;
import io.muster.engine.file.RowReaders;
import io.muster.engine.file.SourceRow;
import io.muster.server.TestBrowser;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// An error file that comes back repaired is known again, and its rows run as the next attempt.
class RepairedFileTest extends ImportTest {
    private static final String FILE =
            """
            Phone,Email,First name,Company
            +49 30 80445685,nobody,=cmd|'/C calc'!A1,"two
            lines, ""quoted"" here"
            +49 30 80445686,nobody,-Ana,@Acme
            +49 30 80445687,good@example.org,Fine,Acme
            ,late@example.org,Late,Acme
            """;

    @Test
    void itBelongsToItsImportAndRunsAsTheNextAttempt() {
        UUID id = imported();
        String repaired =
                errors(id)
                        .replaceFirst("nobody", "one@example.org")
                        .replaceFirst("nobody", "two@example.org");

        MvcTestResult answer = api.send(api.startNow(bytes(repaired), ""));

        assertThat(answer).hasStatus(202);
        DocumentContext of = ImportApi.json(answer);
        assertThat(of.<String>read("$.id")).isEqualTo(id.toString());
        assertThat(of.<Integer>read("$.repaired.rows")).isEqualTo(2);
        assertThat(of.<Integer>read("$.repaired.changed")).isEqualTo(2);
        assertThat(of.<Integer>read("$.attempt")).isEqualTo(2);
        assertThat(ImportApi.summary(api.await(id))).isEqualTo("completed 4: 3 created, 1 skipped");
        assertThat(contact("one@example.org"))
                .contains("+493080445685", "=cmd|'/C calc'!A1", "two\\nlines, \\\"quoted\\\" here");
        assertThat(contact("two@example.org")).contains("+493080445686", "\"-Ana\"", "\"@Acme\"");
        assertThat(ImportApi.json(api.get("/api/v1/imports")).<List<String>>read("$.items[*].id"))
                .as("no new import")
                .containsExactly(id.toString());
    }

    /// It has the columns of two error files then, and the last ones count.
    @Test
    void anErrorFileThatBecameAnImportOfItsOwnHasOneToo() {
        UUID first = imported();
        String errors = errors(first);
        new UndoApi(web, api).undo(first);
        UUID second =
                ImportApi.id(
                        api.run(
                                errors,
                                """
                                {"columns": [{"index": 0, "target": "phone"}, {"index": 1, "target": "email"}]}
                                """));
        assertThat(second).isNotEqualTo(first);

        DocumentContext of =
                ImportApi.json(
                        api.send(
                                api.startNow(
                                        bytes(
                                                errors(second)
                                                        .replaceFirst("nobody", "one@example.org")),
                                        "")));

        assertThat(of.<String>read("$.id")).isEqualTo(second.toString());
        assertThat(of.<Integer>read("$.repaired.changed")).isEqualTo(1);
        assertThat(ImportApi.summary(api.await(second)))
                .isEqualTo("completed 2: 1 created, 1 failed");
    }

    @Test
    void withoutAStartItIsAStepThatCanBeUndone() {
        UUID id = imported();

        MvcTestResult answer =
                api.tryUpload(bytes(errors(id).replaceFirst("nobody", "one@example.org")), "");

        assertThat(answer).hasStatusOk();
        assertThat(ImportApi.json(answer).<Integer>read("$.repaired.changed")).isEqualTo(1);
        assertThat(row(id, 1).<String>read("$.now.payload.Email")).isEqualTo("one@example.org");
        assertThat(api.undo(id, 1)).hasStatus(204);
        assertThat(row(id, 1).<String>read("$.now.payload.Email")).isEqualTo("nobody");
    }

    @Test
    void whatIsMendedHereStandsInTheFileToo() {
        UUID id = imported();
        api.edit(id, 1, "{\"Email\": \"here@example.org\"}");

        assertThat(errors(id)).contains("here@example.org");

        assertThat(api.tryUpload(bytes(errors(id)), "")).hasStatusOk();
        assertThat(
                        ImportApi.json(api.get("/api/v1/imports/" + id + "/steps"))
                                .<List<String>>read("$.items[*].kind"))
                .as("a file that says nothing new is no step")
                .containsExactly("edit");
    }

    @Test
    void columnsMayBeMovedAndLeftOut() {
        UUID id = imported();
        String moved =
                "Note,Muster import,Email,Muster row\nx,%s,two@example.org,2\n".formatted(id);

        assertThat(api.tryUpload(bytes(moved), "")).hasStatusOk();

        DocumentContext now = row(id, 2);
        assertThat(now.<String>read("$.now.payload.Email")).isEqualTo("two@example.org");
        assertThat(now.<String>read("$.now.payload.Phone")).isEqualTo("+49 30 80445686");
        assertThat(now.<List<String>>read("$.now.edited")).containsExactly("Email");
    }

    @Test
    void rowsThatAreImportedByNowAreLeftAlone() {
        UUID id = imported();
        String repaired = errors(id).replace("nobody", "same@example.org");
        api.send(api.startNow(bytes(repaired), ""));
        api.await(id);

        MvcTestResult again = api.tryUpload(bytes(repaired), "");

        assertThat(again).hasStatusOk();
        assertThat(ImportApi.json(again).<Integer>read("$.repaired.imported")).isEqualTo(2);
        assertThat(ImportApi.json(again).<Integer>read("$.repaired.changed")).isZero();
        assertThat(api.send(api.startNow(bytes(repaired), ""))).hasStatus(409);
    }

    @Test
    void aFileThatLostTheMarkIsANewFile() {
        UUID id = imported();
        for (String lost :
                List.of(
                        errors(id).replace("Muster import", "Something"),
                        errors(id).replace(id.toString(), UUID.randomUUID().toString()),
                        errors(id).replace(id.toString(), "?"))) {
            MvcTestResult answer = api.tryUpload(bytes(lost), "");
            assertThat(answer).hasStatus(201);
            assertThat(ImportApi.id(answer)).isNotEqualTo(id);
        }
        var stranger = new ImportApi(web, tenants.create());
        assertThat(stranger.tryUpload(bytes(errors(id)), "")).as("another tenant").hasStatus(201);
    }

    @Test
    void linesThatCannotBePlacedAreRefusedWhole() {
        UUID id = imported();
        String errors = errors(id).replaceFirst("nobody", "one@example.org");
        String line = "+1 212 555 0142,new@example.org,New,,%s,,,,,%s\n";
        for (String wrong :
                List.of(
                        errors + line.formatted("", id),
                        errors + line.formatted("99", id),
                        errors + line.formatted("2", id),
                        errors + line.formatted("3", UUID.randomUUID()))) {
            assertThat(api.tryUpload(bytes(wrong), "")).hasStatus(422);
        }
        assertThat(row(id, 1).<String>read("$.now.payload.Email")).isEqualTo("nobody");
    }

    @Test
    void theWorkbookIsTheSameFile() throws Exception {
        UUID id = imported();
        byte[] workbook = get(id, "errors.xlsx");

        List<List<String>> rows = rows(workbook);
        assertThat(rows.getFirst()).startsWith("Phone", "Email", "First name", "Company");
        assertThat(rows.get(1))
                .startsWith("+49 30 80445685", "nobody", "=cmd|'/C calc'!A1")
                .contains("1", "failed", "INVALID_EMAIL", "email", id.toString());
        assertThat(rows.get(1).get(3)).isEqualTo("two\nlines, \"quoted\" here");

        rows.get(1).set(1, "one@example.org");
        rows.get(2).set(1, "two@example.org");
        assertThat(api.send(api.startNow(written(rows), ""))).hasStatus(202);
        assertThat(ImportApi.summary(api.await(id))).isEqualTo("completed 4: 3 created, 1 skipped");
        assertThat(contact("one@example.org")).contains("+493080445685", "=cmd|'/C calc'!A1");
    }

    @Test
    void furtherSheetsOfAFullWorkbookAreReadToo() throws Exception {
        UUID id = imported();
        List<List<String>> rows = rows(get(id, "errors.xlsx"));
        rows.get(1).set(1, "one@example.org");
        rows.get(2).set(1, "two@example.org");
        List<List<String>> second = List.of(rows.getFirst(), rows.get(2));

        MvcTestResult answer = api.tryUpload(written(rows.subList(0, 2), second), "");

        assertThat(ImportApi.json(answer).<Integer>read("$.repaired.rows")).isEqualTo(2);
        assertThat(ImportApi.json(answer).<Integer>read("$.repaired.changed")).isEqualTo(2);
        assertThat(api.tryUpload(written(rows, second), "")).as("a row twice").hasStatus(422);
    }

    /// A cell of a workbook has room for 32,767 characters.
    @Test
    void aCellThatWasTooLongForTheWorkbookIsNoEdit() throws Exception {
        String note = "n".repeat(32_768);
        UUID id =
                ImportApi.id(
                        api.run(
                                "Phone,Note\n12," + note + "\n",
                                """
                                {"columns": [{"index": 0, "target": "phone"},
                                             {"index": 1, "target": "new:note", "type": "text"}]}
                                """));
        List<List<String>> rows = rows(get(id, "errors.xlsx"));
        assertThat(rows.get(1).get(1)).hasSize(32_767);
        rows.get(1).set(0, "+14155552600");

        assertThat(api.tryUpload(written(rows), "")).hasStatusOk();

        DocumentContext now = row(id, 1);
        assertThat(now.<List<String>>read("$.now.edited")).containsExactly("Phone");
        assertThat(now.<String>read("$.now.payload.Note")).isEqualTo(note);
    }

    private UUID imported() {
        DocumentContext done = api.run(FILE, "{}");
        assertThat(ImportApi.summary(done))
                .isEqualTo("completed 4: 1 created, 1 skipped, 2 failed");
        return ImportApi.id(done);
    }

    private String errors(UUID id) {
        return api.download(id, "errors.csv");
    }

    private byte[] get(UUID id, String file) {
        MvcTestResult answer = api.get("/api/v1/imports/" + id + "/" + file);
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    private DocumentContext row(UUID id, long row) {
        return ImportApi.json(api.get("/api/v1/imports/" + id + "/rows/" + row));
    }

    private String contact(String email) {
        return TestBrowser.text(api.get("/api/v1/contacts?q=" + email));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<List<String>> rows(byte[] workbook) throws Exception {
        FileSource source = FileSource.of(workbook);
        List<List<String>> rows = new ArrayList<>();
        try (RowReader reader =
                RowReaders.open(
                        source,
                        new FormatDetector(Limits.DEFAULT).detect(source).format(),
                        Limits.DEFAULT)) {
            rows.add(new ArrayList<>(reader.headers()));
            for (SourceRow row = reader.next(); row != null; row = reader.next()) {
                rows.add(new ArrayList<>(row.cells()));
            }
        }
        return rows;
    }

    @SafeVarargs
    private static byte[] written(List<List<String>>... sheets) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Test", "1.0")) {
            for (int s = 0; s < sheets.length; s++) {
                Worksheet sheet = workbook.newWorksheet(s == 0 ? "Rows" : "Rows " + (s + 1));
                List<List<String>> rows = sheets[s];
                for (int r = 0; r < rows.size(); r++) {
                    for (int c = 0; c < rows.get(r).size(); c++) {
                        sheet.value(r, c, rows.get(r).get(c));
                    }
                }
            }
        }
        return bytes.toByteArray();
    }
}
