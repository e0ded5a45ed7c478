package io.muster.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import io.muster.server.TestBrowser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Workbooks go the same way as text: understood, mapped, reviewed, imported.
class WorkbookImportTest extends ImportTest {

    @Test
    void aWorkbookBecomesContactsWhateverItsName() throws Exception {
        byte[] workbook = Workbooks.ofTwoSheets();
        UUID id = api.upload(workbook, "");
        DocumentContext shown = api.show(id);

        assertThat(shown.<String>read("$.file.name")).isEqualTo("contacts.csv");
        assertThat(shown.<String>read("$.format.kind")).isEqualTo("workbook");
        assertThat(shown.<String>read("$.format.sheet")).isEqualTo("Customers");
        assertThat(shown.<List<Boolean>>read("$.format.sheets[*].hidden"))
                .containsExactly(false, true);
        assertThat(shown.<List<String>>read("$.columns[*].samples[0]"))
                .containsExactly("Ada Byron", "5125550101", "01067", "2026-03-01", "25%");
        assertThat(shown.<Integer>read("$.progress.total")).isEqualTo(1);

        String mapping =
                """
                {"columns": [{"index": 0, "target": "full_name"}, {"index": 1, "target": "phone"},
                  {"index": 2, "target": "postal_code"},
                  {"index": 3, "target": "new:signed_on", "type": "date"}]}
                """;
        assertThat(api.map(id, mapping)).hasStatusOk();
        assertThat(api.review(id).<Integer>read("$.created")).isEqualTo(1);
        assertThat(api.start(id)).hasStatus(202);
        assertThat(ImportApi.summary(api.await(id))).isEqualTo("completed 1: 1 created");
        assertThat(api.get("/api/v1/contacts?q=Byron"))
                .bodyJson()
                .satisfies(json -> {
                    assertThat(json).extractingPath("$.items[0].phone").isEqualTo("+15125550101");
                    assertThat(json).extractingPath("$.items[0].postal_code").isEqualTo("01067");
                    assertThat(json)
                            .extractingPath("$.items[0].custom.signed_on")
                            .isEqualTo("2026-03-01");
                });
        assertThat(api.rows(id, null).getFirst().toString())
                .as("clean rows are read back from the file")
                .contains("Phone=5125550101");
    }

    @Test
    void anotherSheetIsChosen() throws Exception {
        UUID id = api.upload(Workbooks.ofTwoSheets(), "");

        DocumentContext chosen = ImportApi.json(format(id, "{\"sheet\": \"Old\"}"));
        assertThat(chosen.<List<String>>read("$.columns[*].name"))
                .containsExactly("Name", "Phone", "Note");
        assertThat(chosen.<Integer>read("$.format.skip_lines")).isEqualTo(2);
        assertThat(chosen.<String>read("$.format.sheet_reason")).isEqualTo("chosen");

        DocumentContext bare = ImportApi.json(format(id, "{\"header\": \"absent\"}"));
        assertThat(bare.<List<String>>read("$.columns[*].name"))
                .containsExactly("Column A", "Column B", "Column C");
        assertThat(bare.<Integer>read("$.progress.total")).isEqualTo(2);
    }

    @Test
    void aSheetThatIsNotThereIsRefused() throws Exception {
        UUID id = api.upload(Workbooks.ofTwoSheets(), "");

        assertThat(format(id, "{\"sheet\": \"New\"}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].message")
                .asString()
                .contains("Choose one of these: Customers, Old.");
        assertThat(format(id, "{\"encoding\": \"UTF-8\"}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/encoding");
        assertThat(format(api.upload("Phone\n5125550101\n"), "{\"sheet\": \"New\"}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/sheet");
    }

    @Test
    void theFormatIsChosenWithTheUpload() throws Exception {
        Multipart form =
                new Multipart()
                        .file("contacts.xlsx", Workbooks.ofTwoSheets())
                        .field("format", "{\"sheet\": \"Old\"}");
        MvcTestResult answer = api.send(api.form("/api/v1/imports?start=true", form));

        assertThat(answer).as(TestBrowser.text(answer)).hasStatus(202);
        assertThat(ImportApi.summary(api.await(ImportApi.id(answer))))
                .isEqualTo("completed 1: 1 created");
        assertThat(api.get("/api/v1/contacts?q=Lund"))
                .bodyJson()
                .extractingPath("$.items[0].phone")
                .isEqualTo("+15125550102");
    }

    @Test
    void aFilledInTemplateImportsByItself() throws Exception {
        assertThat(
                        api.send(
                                web.post()
                                        .uri("/api/v1/fields")
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content(
                                                "{\"key\": \"plan\", \"label\": \"Plan tier\", \"type\": \"text\"}")))
                .hasStatus2xxSuccessful();

        String csv = TestBrowser.text(api.get("/api/v1/import-template.csv"));
        assertThat(csv).startsWith("\uFEFFExternal id,Phone,Email,").contains(",Plan tier");
        String commas = ",".repeat((int) csv.chars().filter(c -> c == ',').count() - 3);
        String filled = csv.strip() + "\nA-1,512 555 0101,ada@example.org,Ada" + commas + "gold\n";
        assertThat(ImportApi.summary(api.run(filled, ""))).isEqualTo("completed 1: 1 created");

        byte[] xlsx = template("/api/v1/import-template.xlsx");
        byte[] filledIn =
                Workbooks.withRow(
                        xlsx,
                        "<c r=\"A2\" t=\"inlineStr\"><is><t>007</t></is></c>"
                                + "<c r=\"B2\"><v>5125550102</v></c>"
                                + "<c r=\"P2\" t=\"inlineStr\"><is><t>silver</t></is></c>");
        assertThat(ImportApi.summary(api.run(filledIn, ""))).isEqualTo("completed 1: 1 created");
        assertThat(api.get("/api/v1/contacts?q=007"))
                .bodyJson()
                .satisfies(json -> {
                    assertThat(json).extractingPath("$.items[0].phone").isEqualTo("+15125550102");
                    assertThat(json).extractingPath("$.items[0].custom.plan").isEqualTo("silver");
                });
    }

    private byte[] template(String path) {
        MvcTestResult answer = api.get(path);
        assertThat(answer)
                .hasStatusOk()
                .hasContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .headers()
                .hasValue("Content-Disposition", "attachment; filename=\"import-template.xlsx\"");
        return answer.getResponse().getContentAsByteArray();
    }

    private MvcTestResult format(UUID id, String choice) {
        return api.send(
                web.put()
                        .uri("/api/v1/imports/" + id + "/format")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(choice.getBytes(StandardCharsets.UTF_8)));
    }
}
