package io.muster.server.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import io.muster.engine.field.StandardField;
import io.muster.server.contacts.TestContacts;
import io.muster.server.tenants.TenantTransactions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a review says of a file before anything is written.
class ReviewTest extends ImportTest {
    private static final String OPTIONS =
            """
            {"columns": [{"index": 0, "target": "phone"}, {"index": 1, "target": "email"},
                         {"index": 2, "target": "company", "blank": "clear"}, {"index": 3, "target": "tags"}]}
            """;

    @Autowired TestContacts contacts;
    @Autowired TenantTransactions transactions;
    @Autowired JdbcClient jdbc;

    @Test
    void countsWhatPeopleAskAboutFirst() {
        store("+14155552600", "ana@example.org", "Acme", false);
        store("+14155552601", "ben@example.org", "Globex", false);
        store("+14155552602", "cleo@example.org", "Initech", true);

        DocumentContext review =
                review(
                        """
                        Phone,Email,Company,Tags
                        +14155552600,ana@example.org,,vip
                        +14155552600,ana@example.org,Acme Group,
                        +14155552600,ben@example.org,Acme,
                        +14155552602,,Initech,
                        2.12556E+9,,Umbrella,
                        ,nobody@example.org,Hooli,
                        +14155552603,new@example.org,Hooli,
                        """);

        assertThat(review.<Map<String, Object>>read("$.topics"))
                .isEqualTo(
                        Map.of(
                                "duplicates_in_file", 1,
                                "conflicts", 1,
                                "suppressed", 1,
                                "spreadsheet_damage", 1,
                                "cleared_values", 1));
        assertThat(column(review, 0))
                .isEqualTo(
                        Map.of(
                                "index", 0, "field", "phone", "valid", 5, "invalid", 1, "blank", 1,
                                "unread", 0, "cleared", 0));
        assertThat(column(review, 2))
                .as("of the row without a phone no cell is read")
                .isEqualTo(
                        Map.of(
                                "index", 2, "field", "company", "valid", 5, "invalid", 0, "blank",
                                1, "unread", 1, "cleared", 1));
        assertThat(review.<List<Map<String, Object>>>read("$.issues"))
                .filteredOn(issue -> "EXCEL_DAMAGED".equals(issue.get("code")))
                .singleElement()
                .satisfies(issue ->
                        assertThat(issue)
                                .containsEntry("field", "phone")
                                .containsEntry("count", 1)
                                .containsEntry("failing", 1)
                                .containsEntry("warned", 0)
                                .containsEntry("examples", List.of("2.12556E+9"))
                                .containsEntry("example_rows", List.of(5)));
    }

    @Test
    void saysWhatAnUpdateWouldChange() {
        UUID ana = store("+14155552600", "ana@example.org", "Acme", false);

        UUID id =
                reviewed(
                        """
                        Phone,Email,Company,Tags
                        +14155552600,,,vip
                        +14155552601,ben@example.org,Globex,
                        +14155552601,,Initech,
                        """);

        List<Map<String, Object>> rows = api.reviewRows(id, "&action=updated");
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst())
                .containsEntry("row", 1)
                .containsEntry("matched_on", "phone")
                .containsEntry("contact_id", ana.toString())
                .containsEntry(
                        "changes",
                        Map.of(
                                "company", change("Acme", null),
                                "tags", change(List.of(), List.of("vip"))))
                .containsEntry(
                        "payload",
                        Map.of("Phone", "+14155552600", "Email", "", "Company", "", "Tags", "vip"));
        assertThat(rows.getLast())
                .as("a contact that the file itself would make has no id yet")
                .containsEntry("contact_id", null)
                .containsEntry("changes", Map.of("company", change("Globex", "Initech")));
        assertThat(api.reviewRows(id, "&clears=company")).hasSize(1);
    }

    @Test
    void anyRowOfALargeFileIsFoundByItsNumber() {
        StringBuilder file = new StringBuilder("Phone,Email,Company,Tags\n");
        for (int i = 1; i <= 3_000; i++) {
            file.append(i % 700 == 0 ? "bad" : "+1415" + (5_550_000 + i))
                    .append(",p" + i + "@example.org,\"Company\n" + i + "\",\n");
        }

        UUID id = reviewed(file.toString());

        for (int from : List.of(1, 500, 501, 1_234, 2_990)) {
            List<Map<String, Object>> rows = api.reviewRows(id, "&from_row=" + from);
            assertThat(rows)
                    .extracting(row -> JsonPath.<String>read(row, "$.payload.Company"))
                    .isEqualTo(
                            IntStream.rangeClosed(from, 3_000)
                                    .mapToObj(row -> "Company\n" + row)
                                    .toList());
        }
        assertThat(api.reviewRows(id, "&problems=true"))
                .extracting(row -> row.get("row"))
                .containsExactly(700, 1_400, 2_100, 2_800);
    }

    @Test
    void rowsOfAWorkbookAreFoundToo() throws IOException {
        UUID id = api.upload(Workbooks.ofTwoSheets(), "");
        assertThat(api.map(id, "{}")).hasStatusOk();
        api.review(id);

        assertThat(api.reviewRows(id, ""))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.get("payload"))
                                .asInstanceOf(MAP)
                                .containsEntry("Name", "Ada Byron")
                                .containsEntry("Phone", "5125550101"));
    }

    @Test
    void aFileThatBreaksOffIsReviewedAsFarAsItGoes() {
        UUID id =
                reviewed(
                        "Phone,Email,Company,Tags\n+14155552600,,Acme,\nbad,,Acme,\n+14155552601,,\"never closed,\n");

        DocumentContext review = ImportApi.json(api.get("/api/v1/imports/" + id + "/review"));
        assertThat(review.<String>read("$.state")).isEqualTo("failed");
        assertThat(review.<String>read("$.failure_reason")).contains("opens on line 4");
        assertThat(api.reviewRows(id, "")).extracting(row -> row.get("row")).containsExactly(1, 2);
    }

    @Test
    void anotherMappingRemovesIt() {
        UUID id = reviewed("Phone,Email,Company,Tags\nbad,,Acme,\n");
        assertThat(parts(id)).isOne();

        assertThat(api.map(id, "{}")).hasStatusOk();

        assertThat(parts(id)).isZero();
        assertThat(api.get("/api/v1/imports/" + id + "/review/rows"))
                .hasStatus(HttpStatus.NOT_FOUND);
        api.review(id);
        assertThat(parts(id)).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"action=gone", "code=NO_SUCH", "severity=heavy", "from_row=x"})
    void aFilterThatMeansNothingIsRefused(String query) {
        UUID id = reviewed("Phone,Email,Company,Tags\nbad,,Acme,\n");

        assertThat(api.get("/api/v1/imports/" + id + "/review/rows?" + query))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains(query.substring(0, query.indexOf('=')));
    }

    private DocumentContext review(String file) {
        return ImportApi.json(api.get("/api/v1/imports/" + reviewed(file) + "/review"));
    }

    private UUID reviewed(String file) {
        UUID id = api.upload(file.getBytes(StandardCharsets.UTF_8), OPTIONS);
        api.review(id);
        return id;
    }

    private UUID store(String phone, String email, String company, boolean doNotContact) {
        return contacts.add(
                api.tenant().id(),
                draft ->
                        draft.text(StandardField.PHONE, phone)
                                .text(StandardField.EMAIL, email)
                                .text(StandardField.COMPANY, company)
                                .doNotContact(doNotContact));
    }

    private long parts(UUID id) {
        return transactions.call(
                api.tenant().id(),
                () ->
                        jdbc.sql("select count(*) from review_part where import_id = ?")
                                .param(id)
                                .query(Long.class)
                                .single());
    }

    private static Map<String, @Nullable Object> change(
            @Nullable Object before, @Nullable Object after) {
        Map<String, @Nullable Object> change = new HashMap<>();
        change.put("before", before);
        change.put("after", after);
        return change;
    }

    private static Map<String, Object> column(DocumentContext review, int place) {
        return review.read("$.columns[" + place + "]");
    }
}
