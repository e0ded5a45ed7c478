package io.muster.server.imports;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import io.muster.engine.outcome.Code;
import io.muster.server.imports.review.Topic;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A review, looked at from all sides while the import waits, to be held against the run that
/// follows over unchanged contacts.
final class ReviewCheck {
    private static final List<String> COUNTS =
            List.of("total", "created", "updated", "unchanged", "skipped", "failed", "warnings");
    private static final Map<Topic, String> TOPICS =
            Map.of(
                    Topic.DUPLICATES, "duplicates_in_file",
                    Topic.CONFLICTS, "conflicts",
                    Topic.SUPPRESSED, "suppressed",
                    Topic.SPREADSHEET_DAMAGE, "spreadsheet_damage");
    private static final List<String> CELLS = List.of("valid", "invalid", "blank", "unread");

    private final ImportApi api;
    private final UUID id;
    private final DocumentContext review;
    private final List<Map<String, Object>> rows;

    private ReviewCheck(ImportApi api, UUID id) {
        this.api = api;
        this.id = id;
        this.review = api.review(id);
        this.rows = api.reviewRows(id, "");
    }

    static ReviewCheck of(ImportApi api, UUID id) {
        return new ReviewCheck(api, id);
    }

    /// Each count of the review is the number of the rows that its filter finds.
    void assertCountsHaveRows() {
        assertFacetsFindTheirRows();
        assertColumnsAddUp();
    }

    /// To be called when the import is done.
    void assertHolds(String what) {
        DocumentContext done = api.show(id);
        assertThat(counts(review, "$")).as("counts of " + what).isEqualTo(counts(done, "$.result"));
        List<Map<String, Object>> run = api.rows(id, null);
        assertThat(rows.stream().map(ReviewCheck::outline).toList())
                .as("rows of " + what)
                .isEqualTo(run.stream().map(ReviewCheck::outline).toList());
        assertThat(issues(review)).as("issues of " + what).isEqualTo(issues(run));
        for (Topic topic : Topic.values()) {
            assertThat(review.<Integer>read("$.topics." + TOPICS.get(topic)))
                    .as(topic + " of " + what)
                    .isEqualTo(rows(run, topic));
        }
        for (int i = 0; i < run.size(); i++) {
            assertPlaced(rows.get(i), run.get(i), what);
        }
    }

    /// The keys that found the contact and the contact itself are told where there is more to say.
    private static void assertPlaced(
            Map<String, Object> reviewed, Map<String, Object> run, String what) {
        if (!info(reviewed).isEmpty() || "updated".equals(run.get("action"))) {
            assertThat(reviewed.get("matched_on")).as(what).isEqualTo(run.get("matched_on"));
        }
        if (reviewed.get("contact_id") != null && run.get("contact_id") != null) {
            assertThat(reviewed.get("contact_id")).as(what).isEqualTo(run.get("contact_id"));
        }
    }

    private void assertFacetsFindTheirRows() {
        for (Map<String, Object> issue : review.<List<Map<String, Object>>>read("$.issues")) {
            String field = (@Nullable String) issue.get("field");
            String query =
                    "&code=" + issue.get("code") + (field == null ? "" : "&field=" + word(field));
            List<Map<String, Object>> found = api.reviewRows(id, query);
            assertThat(found).hasSize(number(issue, "count"));
            assertThat(found)
                    .allMatch(row ->
                            info(row).stream()
                                    .anyMatch(remark ->
                                            text(issue, "code").equals(remark.get("code"))));
            Map<Object, Long> actions =
                    found.stream().collect(groupingBy(ReviewCheck::effect, counting()));
            for (String effect : List.of("failing", "skipped", "warned")) {
                assertThat(actions.getOrDefault(effect, 0L).intValue())
                        .isEqualTo(issue.get(effect));
            }
            assertThat(JsonPath.<List<Integer>>read(issue, "$.example_rows"))
                    .isNotEmpty()
                    .isSubsetOf(found.stream().map(row -> (Integer) row.get("row")).toList());
        }
        for (String action : List.of("created", "updated", "unchanged", "skipped", "none")) {
            assertThat(api.reviewRows(id, "&action=" + action))
                    .isEqualTo(
                            rows.stream().filter(row -> action.equals(row.get("action"))).toList());
        }
        assertThat(api.reviewRows(id, "&problems=true"))
                .isEqualTo(rows.stream().filter(row -> !info(row).isEmpty()).toList());
        int middle = rows.size() / 2;
        assertThat(api.reviewRows(id, "&from_row=" + (middle + 1)))
                .isEqualTo(rows.subList(middle, rows.size()));
    }

    private void assertColumnsAddUp() {
        for (Map<String, Object> column : review.<List<Map<String, Object>>>read("$.columns")) {
            assertThat(CELLS.stream().mapToInt(cell -> number(column, cell)).sum())
                    .as(column.toString())
                    .isEqualTo(rows.size());
            String field = text(column, "field");
            if (!field.equals("full_name")) {
                assertThat(api.reviewRows(id, "&clears=" + word(field)))
                        .hasSize(number(column, "cleared"))
                        .allMatch(row ->
                                JsonPath.read(row, "$.changes['" + field + "'].before") != null);
            }
        }
    }

    private static List<@Nullable Object> outline(Map<String, Object> row) {
        return Arrays.asList(row.get("row"), row.get("action"), remarks(row), row.get("payload"));
    }

    private static List<List<@Nullable Object>> remarks(Map<String, Object> row) {
        List<List<@Nullable Object>> remarks = new ArrayList<>();
        for (Map<String, Object> remark : info(row)) {
            remarks.add(
                    Arrays.asList(remark.get("code"), remark.get("field"), remark.get("value")));
        }
        return remarks;
    }

    private static List<Map<String, Object>> info(Map<String, Object> row) {
        return JsonPath.read(row, "$.info");
    }

    private static String effect(Map<String, Object> row) {
        return switch (text(row, "action")) {
            case "none" -> "failing";
            case "skipped" -> "skipped";
            default -> "warned";
        };
    }

    private static Map<String, Long> issues(DocumentContext review) {
        Map<String, Long> issues = new TreeMap<>();
        for (Map<String, Object> issue : review.<List<Map<String, Object>>>read("$.issues")) {
            issues.put(issue.get("code") + " " + issue.get("field"), (long) number(issue, "count"));
        }
        return issues;
    }

    private static Map<String, Long> issues(List<Map<String, Object>> run) {
        return run.stream()
                .flatMap(row ->
                        info(row).stream()
                                .map(remark -> remark.get("code") + " " + remark.get("field"))
                                .collect(toSet())
                                .stream())
                .collect(groupingBy(issue -> issue, TreeMap::new, counting()));
    }

    private static int rows(List<Map<String, Object>> run, Topic topic) {
        return (int)
                run.stream()
                        .filter(row ->
                                info(row).stream()
                                        .map(remark -> Code.valueOf(text(remark, "code")))
                                        .anyMatch(topic.codes()::contains))
                        .count();
    }

    private static List<Integer> counts(DocumentContext json, String at) {
        return COUNTS.stream().map(count -> json.<Integer>read(at + "." + count)).toList();
    }

    private static String text(Map<String, Object> json, String name) {
        return (String) requireNonNull(json.get(name), name);
    }

    private static int number(Map<String, Object> json, String name) {
        return (Integer) requireNonNull(json.get(name), name);
    }

    private static String word(String field) {
        return URLEncoder.encode(field, StandardCharsets.UTF_8);
    }
}
