package io.muster.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import io.muster.server.TestBrowser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Bad input is answered with what is wrong and where, and leaves nothing behind.
class BadInputTest extends ImportTest {
    private static final byte[] GOOD = bytes("Phone,Email\n+14155552600,a@example.org\n");

    static Stream<Arguments> filesThatAreNone() {
        byte[] noise = new byte[4096];
        new Random(1).nextBytes(noise);
        return Stream.of(
                Arguments.of("empty", new byte[0], "EMPTY_FILE"),
                Arguments.of("blank", bytes("\n \r\n\n"), "EMPTY_FILE"),
                Arguments.of("noise", noise, "NOT_A_TABLE"),
                Arguments.of("png", bytes("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR"), "NOT_A_TABLE"),
                Arguments.of("zip", bytes("PK\u0003\u0004\u0014\0\0\0\b\0"), "DAMAGED_WORKBOOK"),
                Arguments.of("xls", bytes("\u00D0\u00CF\u0011\u00E0 old"), "NOT_A_TABLE"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filesThatAreNone")
    void aFileThatIsNoTableIsRefusedAndForgotten(String name, byte[] content, String code)
            throws Exception {
        long before = stored();

        MvcTestResult answer = api.tryUpload(content, "");

        assertThat(answer)
                .hasStatus(422)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.errors[0].code")
                .isEqualTo(code);
        assertThat(stored()).isEqualTo(before);
        assertThat(imports()).isEmpty();
    }

    @Test
    void aFormWithoutFileIsRefused() throws Exception {
        long before = stored();
        assertThat(api.send(api.form("/api/v1/imports", new Multipart().field("options", "{}"))))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].code")
                .isEqualTo("NO_FILE");
        assertThat(stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "[]",
                "{\"existing\": \"perhaps\"}",
                "{\"match_on\": []}",
                "{\"match_on\": [\"company\"]}",
                "{\"default_region\": \"Atlantis\"}",
                "{\"required\": [\"shoe\"]}",
                "{\"columns\": [{\"target\": \"phone\"}]}",
                "{\"columns\": [{\"index\": 7, \"target\": \"phone\"}]}",
                "{\"columns\": [{\"index\": 0}]}",
                "{\"columns\": [{\"index\": 0, \"target\": \"cf:none\"}]}",
                "{\"columns\": [null]}",
                "{\"tags\": [null]}",
                "{\"match_on\": [null]}",
                "{\"required\": [null]}",
                "{\"columns\": 3}"
            })
    void unusableOptionsAreRefusedAndTheFileForgotten(String options) throws Exception {
        long before = stored();

        MvcTestResult answer = api.send(api.startNow(GOOD, options));

        assertThat(answer.getResponse().getStatus()).as(TestBrowser.text(answer)).isIn(400, 422);
        assertThat(answer).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(ImportApi.json(answer).<Integer>read("$.errors.length()")).isPositive();
        assertThat(stored()).isEqualTo(before);
        assertThat(imports()).isEmpty();
    }

    @Test
    void aHeaderWithoutRowsCompletesWithZero() {
        DocumentContext done = api.run("Phone,Email\r\n", "{}");

        assertThat(ImportApi.summary(done)).isEqualTo("completed 0: nothing");
        assertThat(api.rows(ImportApi.id(done), null)).isEmpty();
        assertThat(api.download(ImportApi.id(done), "errors.csv").lines()).hasSize(1);
    }

    @Test
    void twoColumnsOnOneFieldAreBothNamed() {
        UUID id = api.upload("Phone,Mobile\n+14155552600,+14155552601\n");

        assertThat(
                        api.map(
                                id,
                                """
                                {"columns": [{"index": 0, "target": "phone"}, {"index": 1, "target": "phone"}]}
                                """))
                .hasStatus(422)
                .bodyJson()
                .satisfies(json -> {
                    assertThat(json)
                            .extractingPath("$.errors[*].pointer")
                            .asArray()
                            .containsExactly("/columns/0/target", "/columns/1/target");
                    assertThat(json)
                            .extractingPath("$.errors[*].code")
                            .asArray()
                            .containsOnly("DUPLICATE_TARGET");
                    assertThat(json)
                            .extractingPath("$.errors[0].message")
                            .asString()
                            .contains("“Phone”", "“Mobile”");
                });
        assertThat(api.start(id)).as("still without a mapping").hasStatus(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"columns": [{"index": 1, "target": "email"}]}                     | MISSING_TARGET | phone
                    {"columns": [{"index": 1, "target": "email"}], "options": {"required": ["email", "company"]}} | MISSING_TARGET | company
                    {"columns": [{"index": 0, "target": "fone"}]}                      | UNKNOWN_TARGET | fone
                    {"columns": [{"index": 0, "target": "cf:none"}]}                   | UNKNOWN_TARGET | none
                    {"columns": [{"index": 0, "target": "new:Bad Key"}]}               | UNKNOWN_TARGET | Bad Key
                    {"columns": [{"index": 2, "target": "phone"}]}                     | UNKNOWN_COLUMN | 2
                    {"columns": [{"index": 0, "target": "phone"}, {"index": 0, "target": "email"}]} | UNKNOWN_COLUMN | Phone
                    {"columns": [{"index": 0, "target": "phone", "write": "never"}]}   | INVALID_OPTION | never
                    {"columns": [{"index": 0, "target": "new:age", "type": "colour"}]} | INVALID_OPTION | text
                    """)
    void aMappingThatCannotBeUsedSaysWhy(String mapping, String code, String named) {
        UUID id = api.upload(GOOD, "");

        MvcTestResult answer = api.map(id, mapping);

        assertThat(answer).hasStatus(422);
        assertThat(ImportApi.json(answer).<java.util.List<String>>read("$.errors[*].code"))
                .contains(code);
        assertThat(TestBrowser.text(answer)).contains(named);
    }

    @Test
    void theOrderOfStepsIsKept() {
        UUID id = api.upload(GOOD, "");

        assertThat(api.start(id)).as("start before mapping").hasStatus(409);
        assertThat(api.post(id, "review")).as("review before mapping").hasStatus(409);
        assertThat(api.get("/api/v1/imports/" + id + "/review")).hasStatus(404);
        assertThat(api.map(id, "{}")).hasStatusOk();
        assertThat(api.start(id)).hasStatus(202);
        assertThat(api.start(id)).as("start twice").hasStatus(409);
        assertThat(ImportApi.summary(api.await(id))).isEqualTo("completed 1: 1 created");
        assertThat(api.start(id)).as("start after the end").hasStatus(409);
        assertThat(api.map(id, "{}")).as("mapping after the end").hasStatus(409);
        assertThat(api.post(id, "review")).as("review after the end").hasStatus(409);
        assertThat(api.cancel(id)).as("cancel after the end").hasStatus(409);
        assertThat(ImportApi.summary(api.show(id))).isEqualTo("completed 1: 1 created");
    }

    @Test
    void aWrongKeyOpensNothing() {
        UUID id = api.upload(GOOD, "");

        assertThat(
                        web.get()
                                .uri("/api/v1/imports/" + id)
                                .header("Authorization", "Bearer mst_wrong")
                                .exchange())
                .hasStatus(401);
        assertThat(api.form("/api/v1/imports", new Multipart().file(GOOD)).exchange())
                .hasStatus(401);
    }

    @Test
    void aQuoteThatNeverClosesFailsTheImportAfterItsGoodRows() {
        String rows = "+14155552600,Ana\n+14155552601,Ben\n+14155552602,\"Cem\n+14155552603,Dee\n";
        DocumentContext done = api.run("Phone,First name\n" + rows, "{}");

        assertThat(ImportApi.summary(done)).isEqualTo("failed 2: 2 created");
        assertThat(done.<String>read("$.failure_code")).isEqualTo("UNCLOSED_QUOTE");
        assertThat(done.<String>read("$.failure_reason")).contains("line 4");
        assertThat(api.rows(ImportApi.id(done), null)).hasSize(2);
    }

    @Test
    void everyRowBadIsStillACompleteImport() {
        StringBuilder file = new StringBuilder("Phone,Email\n");
        for (int i = 0; i < 500; i++) {
            file.append("12,nobody\n");
        }
        DocumentContext done =
                api.run(
                        file.toString(),
                        """
                        {"columns": [{"index": 0, "target": "phone"}, {"index": 1, "target": "email"}]}
                        """);

        assertThat(ImportApi.summary(done)).isEqualTo("completed 500: 500 failed");
        assertThat(api.download(ImportApi.id(done), "errors.csv").lines()).hasSize(501);
    }

    @Test
    void aCancelledUploadIsCancelled() {
        UUID id = api.upload(GOOD, "");

        assertThat(api.cancel(id)).hasStatus(202);
        assertThat(ImportApi.summary(api.await(id))).isEqualTo("cancelled 1: 1 unprocessed");
    }

    private Iterable<Object> imports() {
        return ImportApi.json(api.get("/api/v1/imports")).read("$.items");
    }

    private long stored() throws Exception {
        Path folder = properties.dataDir();
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
