package io.muster.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

/// Cells of a reviewed file are written anew: the row is judged at once, the counts follow, and the
/// import does what the review says.
class ReviewEditTest extends ImportTest {
    private static final String FILE =
            """
            Phone,Email,First name,Country
            2125550142,ada@example.org,Ada,Germany
            12,ben@example.org,Ben,Germany
            13,nobody,Cem,Teutonia
            ,dora@example.org,Dora,Germany
            2125550144,eva@example.org,Eva,Teutonia
            2125550142,ada@example.org,Ada L.,Germany
            """;

    @Test
    void theCountsFollowEachEdit() {
        UUID id = reviewed(FILE);
        assertThat(outcome(id)).isEqualTo("1 created, 1 updated, 0 unchanged, 1 skipped, 3 failed");

        edit(id, 2, "{\"Phone\": \"2125550145\"}");
        assertThat(outcome(id)).isEqualTo("2 created, 1 updated, 0 unchanged, 1 skipped, 2 failed");
        edit(id, 3, "{\"Phone\": \"2125550146\", \"Email\": \"cem@example.org\"}");
        edit(id, 3, "{\"Country\": \"Germany\"}");
        edit(id, 4, "{\"Phone\": \"2125550147\"}");
        edit(id, 5, "{\"Country\": \"\"}");

        assertThat(outcome(id)).isEqualTo("5 created, 1 updated, 0 unchanged, 0 skipped, 0 failed");
        assertThat(review(id).<Integer>read("$.revised")).isEqualTo(5);
        assertThat(review(id).<List<String>>read("$.issues[*].code"))
                .containsExactly("DUPLICATE_IN_FILE");
        assertThat(api.reviewRows(id, "&severity=fails")).isEmpty();
        assertThat(api.reviewRows(id, "").get(1).get("payload"))
                .isEqualTo(
                        Map.of(
                                "Phone",
                                "2125550145",
                                "Email",
                                "ben@example.org",
                                "First name",
                                "Ben",
                                "Country",
                                "Germany"));
        assertThat(api.start(id)).hasStatus(202);
        assertThat(ImportApi.summary(api.await(id)))
                .isEqualTo("completed 6: 5 created, 1 updated (1 warnings)");
    }

    @Test
    void theSameIsFoundWhenTheWholeFileIsLookedAtAgain() {
        UUID id = reviewed(FILE);
        edit(id, 2, "{\"Phone\": \"still bad\", \"Country\": \"Nowhere\"}");
        edit(id, 3, "{\"Phone\": \"2125550146\"}");
        edit(id, 5, "{\"Country\": \"France\"}");
        String revised = everything(id);

        api.review(id);

        assertThat(review(id).<Integer>read("$.revised")).isZero();
        assertThat(everything(id)).isEqualTo(revised);
    }

    @Test
    void anUndoneEditLeavesTheReviewAsItWas() {
        UUID id = reviewed(FILE);
        String before = everything(id);
        edit(id, 3, "{\"Phone\": \"2125550146\", \"Email\": \"\"}");
        assertThat(everything(id)).isNotEqualTo(before);

        assertThat(api.undo(id, 1)).hasStatus(204);

        assertThat(everything(id)).isEqualTo(before);
    }

    @Test
    void aRowThatBecomesADuplicateIsKnownAfterAnotherLook() {
        UUID id = reviewed(FILE);
        edit(id, 2, "{\"Phone\": \"2125550144\", \"Email\": \"\"}");
        assertThat(outcome(id)).isEqualTo("2 created, 1 updated, 0 unchanged, 1 skipped, 2 failed");
        edit(id, 5, "{\"Country\": \"\", \"Email\": \"\"}");

        api.review(id);

        assertThat(outcome(id)).isEqualTo("2 created, 2 updated, 0 unchanged, 1 skipped, 1 failed");
    }

    @Test
    void aFixOfManyRowsHasTheWholeFileLookedAtAgain() {
        UUID id = reviewed(FILE);

        assertThat(
                        api.fix(
                                id,
                                """
                                {"code": "INVALID_COUNTRY", "field": "country", "kind": "map_values",
                                 "values": {"Teutonia": "Germany"}}
                                """))
                .hasStatus(201);
        api.review(id);
        assertThat(outcome(id)).isEqualTo("2 created, 1 updated, 0 unchanged, 1 skipped, 2 failed");
        assertThat(api.reviewRows(id, "").get(4).get("payload") + "")
                .contains("Germany")
                .doesNotContain("Teutonia");

        assertThat(api.undo(id, 1)).hasStatus(204);
        api.review(id);
        assertThat(outcome(id)).isEqualTo("1 created, 1 updated, 0 unchanged, 1 skipped, 3 failed");
    }

    @Test
    void rowsOfAWorkbookAreEditedToo() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Test", "1.0")) {
            var sheet = workbook.newWorksheet("Rows");
            for (int row = 0; row < 4; row++) {
                sheet.value(row, 0, row == 0 ? "Phone" : row == 2 ? "12" : "212555014" + row);
                sheet.value(row, 1, row == 0 ? "First name" : "Name " + row);
            }
        }
        UUID id = api.upload(bytes.toByteArray(), "");
        assertThat(api.map(id, "{}")).hasStatusOk();
        api.review(id);
        assertThat(outcome(id)).isEqualTo("2 created, 0 updated, 0 unchanged, 0 skipped, 1 failed");

        edit(id, 2, "{\"Phone\": \"2125550142\"}");

        assertThat(outcome(id)).isEqualTo("3 created, 0 updated, 0 unchanged, 0 skipped, 0 failed");
        assertThat(api.reviewRows(id, "").get(1).get("payload"))
                .isEqualTo(Map.of("Phone", "2125550142", "First name", "Name 2"));
    }

    @Test
    void anEditThatCannotBeTakenChangesNothing() {
        UUID id = reviewed(FILE);
        String before = everything(id);

        assertThat(api.edit(id, 2, "{\"No such column\": \"x\"}")).hasStatus(422);
        assertThat(api.edit(id, 99, "{\"Phone\": \"x\"}")).hasStatus(404);
        assertThat(api.edit(id, 2, "{\"Phone\": \"12\"}")).as("says nothing new").hasStatusOk();

        assertThat(everything(id)).isEqualTo(before);
        assertThat(review(id).<Integer>read("$.revised")).isZero();
    }

    private UUID reviewed(String file) {
        UUID id = api.upload(file.getBytes(StandardCharsets.UTF_8), "");
        assertThat(api.map(id, "{}")).hasStatusOk();
        api.review(id);
        return id;
    }

    private void edit(UUID id, long row, String values) {
        assertThat(api.edit(id, row, values)).hasStatusOk();
    }

    private DocumentContext review(UUID id) {
        return ImportApi.json(api.get("/api/v1/imports/" + id + "/review"));
    }

    private String outcome(UUID id) {
        DocumentContext review = review(id);
        return "%s created, %s updated, %s unchanged, %s skipped, %s failed"
                .formatted(
                        review.<Integer>read("$.created"),
                        review.<Integer>read("$.updated"),
                        review.<Integer>read("$.unchanged"),
                        review.<Integer>read("$.skipped"),
                        review.<Integer>read("$.failed"));
    }

    /// All counts and all rows, but not the examples: which are shown depends on what came first.
    private String everything(UUID id) {
        DocumentContext review = review(id);
        List<String> issues = new ArrayList<>();
        for (Map<String, Object> issue : review.<List<Map<String, Object>>>read("$.issues")) {
            issue.remove("examples");
            issue.remove("example_rows");
            issues.add(issue.toString());
        }
        issues.sort(Comparator.naturalOrder());
        return String.join(
                "\n",
                outcome(id),
                review.read("$.warnings") + " warnings",
                issues.toString(),
                review.read("$.columns").toString(),
                review.read("$.topics").toString(),
                api.reviewRows(id, "").toString());
    }
}
