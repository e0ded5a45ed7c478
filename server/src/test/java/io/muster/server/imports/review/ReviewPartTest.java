package io.muster.server.imports.review;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.file.RowPlace;
import io.muster.engine.file.SourceRow;
import io.muster.engine.outcome.Action;
import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import io.muster.server.imports.Effect;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rows come out of a part as they went in, and those that were asked for only.
class ReviewPartTest {
    private static final RowPlace PLACE = new RowPlace(11, 14, 4_096, 17);
    private static final UUID CONTACT = UUID.randomUUID();
    private final ReviewPart part = part(PLACE);

    @Test
    void comesOutAsItWentIn() {
        List<ReviewRow> rows = part.rows(ReviewFilter.ALL.groups());

        assertThat(part.firstRow()).isEqualTo(11);
        assertThat(part.lastRow()).isEqualTo(16);
        assertThat(part.place()).isEqualTo(PLACE);
        assertThat(rows).extracting(ReviewRow::row).containsExactly(11L, 12L, 13L, 14L, 15L, 16L);
        assertThat(rows)
                .extracting(ReviewRow::action)
                .containsExactly(
                        Action.CREATED,
                        Action.UNCHANGED,
                        Action.NONE,
                        Action.UPDATED,
                        Action.SKIPPED,
                        Action.CREATED);
        assertThat(rows.get(2)).isEqualTo(failed());
        assertThat(rows.get(3)).isEqualTo(updated());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    created | -     | -             | -       | false | -       | 11,16
                    none    | -     | -             | -       | false | -       | 13
                    -       | -     | INVALID_PHONE | -       | false | -       | 13,14
                    -       | warns | INVALID_PHONE | -       | false | -       | 14
                    -       | fails | -             | -       | false | -       | 13
                    -       | -     | -             | email   | false | -       | 13
                    -       | -     | -             | -       | true  | -       | 13,14,15
                    updated | -     | INVALID_PHONE | phone   | true  | company | 14
                    updated | -     | BLANK_ROW     | -       | false | -       | -
                    -       | -     | -             | -       | false | company | 14
                    -       | -     | -             | -       | false | cf:plan | -
                    """)
    void findsRowsByTheirFacets(
            String action,
            String severity,
            String code,
            String field,
            boolean problems,
            String clears,
            String expected) {
        ReviewFilter filter =
                FilterWords.read(
                        action,
                        code == null ? null : List.of(code),
                        field,
                        severity,
                        clears,
                        problems,
                        wrong -> {
                            throw new AssertionError(wrong.message());
                        });

        assertThat(part.rows(filter.groups()))
                .extracting(row -> String.valueOf(row.row()))
                .isEqualTo(expected == null ? List.of() : Arrays.asList(expected.split(",")));
    }

    @Test
    void namesEveryFacetThatARowHas() {
        assertThat(part.facets())
                .contains(
                        "CREATED",
                        "UNCHANGED",
                        "FAILS INVALID_PHONE phone",
                        "WARNS INVALID_PHONE phone",
                        "SKIPS BLANK_ROW",
                        "CLEARS company")
                .doesNotHaveDuplicates()
                .allSatisfy(text -> assertThat(Facet.of(text).text()).isEqualTo(text));
    }

    @Test
    void aFullNameIsStoredInTwoParts() {
        ReviewFilter filter = new ReviewFilter(null, null, Set.of(), null, false, "full_name");
        PartDraft draft = new PartDraft(1, null);
        draft.add(
                source(1),
                new ReviewRow(
                        1,
                        Action.UPDATED,
                        "phone",
                        CONTACT,
                        List.of(),
                        Map.of("last_name", new FieldChange("Byron", null))));

        assertThat(draft.pack().rows(filter.groups())).hasSize(1);
    }

    @Test
    void keepsTheCellsOfRowsThatHaveNoPlace() {
        assertThat(part.keptCells()).isEmpty();
        assertThat(part(null).keptCells())
                .hasSize(6)
                .containsEntry(11L, List.of("row 11", "a\tb\nc"))
                .containsEntry(15L, List.of())
                .containsEntry(16L, List.of("row 16", "a\tb\nc"));
    }

    @Test
    void addressesSayWhatTheyRead() {
        ReviewFilter filter =
                new ReviewFilter(
                        Action.NONE,
                        Effect.FAILS,
                        Set.of(Code.KEY_TAKEN, Code.MATCH_CONFLICT),
                        "cf:plan",
                        true,
                        "company");
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (FilterWords.Parameter parameter : FilterWords.write(filter)) {
            query.merge(
                    parameter.name(),
                    List.of(parameter.value()),
                    (one, more) -> List.of(one.getFirst(), more.getFirst()));
        }

        assertThat(
                        FilterWords.read(
                                first(query, "action"),
                                query.get("code"),
                                first(query, "field"),
                                first(query, "severity"),
                                first(query, "clears"),
                                true,
                                wrong -> {}))
                .isEqualTo(filter);
    }

    private static String first(Map<String, List<String>> query, String name) {
        return requireNonNull(query.get(name), name).getFirst();
    }

    private static ReviewPart part(@Nullable RowPlace place) {
        PartDraft draft = new PartDraft(11, place);
        draft.add(source(11), Action.CREATED);
        draft.add(source(12), Action.UNCHANGED);
        draft.add(source(13), failed());
        draft.add(source(14), updated());
        draft.add(
                new SourceRow.Blank(15, 15),
                new ReviewRow(
                        15,
                        Action.SKIPPED,
                        null,
                        null,
                        List.of(Info.of(Code.BLANK_ROW)),
                        Map.of()));
        draft.add(source(16), Action.CREATED);
        return draft.pack();
    }

    private static SourceRow source(long number) {
        return new SourceRow.Filled(number, number, List.of("row " + number, "a\tb\nc"), List.of());
    }

    private static ReviewRow failed() {
        return new ReviewRow(
                13,
                Action.NONE,
                null,
                null,
                List.of(
                        Info.of(Code.INVALID_PHONE, "phone", "tab\tand\nline"),
                        Info.of(Code.INVALID_EMAIL, "email", "“ü”")),
                Map.of());
    }

    private static ReviewRow updated() {
        Map<String, FieldChange> changes = new LinkedHashMap<>();
        changes.put("company", new FieldChange("Acme", null));
        changes.put("tags", new FieldChange(List.of(), List.of("vip")));
        changes.put("cf:score", new FieldChange(null, new BigDecimal("1.5")));
        return new ReviewRow(
                14,
                Action.UPDATED,
                "external_id",
                CONTACT,
                List.of(Info.of(Code.INVALID_PHONE, "phone", "12")),
                changes);
    }
}
