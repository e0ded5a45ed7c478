package io.muster.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.field.CellReading;
import io.muster.engine.field.DateOrder;
import io.muster.engine.field.DecimalMark;
import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.FieldType;
import io.muster.engine.field.StandardField;
import io.muster.engine.file.Column;
import io.muster.engine.outcome.Code;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a mapping must say about custom fields before it can be used.
class MappingCheckTest {
    private static final Map<String, FieldSpec> FIELDS =
            Map.of(
                    "since", FieldSpec.of(FieldType.DATE),
                    "score", FieldSpec.of(FieldType.NUMBER));
    private static final Map<String, FieldSpec> RETIRED =
            Map.of("old", FieldSpec.of(FieldType.NUMBER));

    private final List<Column> columns =
            List.of(
                    new Column(0, "Since", List.of("01/02/2026", "03/04/2026"), 1),
                    new Column(1, "Score", List.of("1,234"), 1));

    @Test
    void a_doubtful_order_of_dates_must_be_chosen() {
        MappingProblem problem = problem(since(CellReading.DEFAULT));
        assertThat(problem.code()).isEqualTo(Code.AMBIGUOUS_DATE);
        assertThat(problem.columns()).containsExactly(0);
        assertThat(problem.message())
                .isEqualTo(
                        "Column “Since”: In “01/02/2026” the day may come before the month or after it."
                                + " Choose the date format.");
        assertThat(check(since(CellReading.DEFAULT.with(DateOrder.DMY)))).isEmpty();
    }

    @Test
    void a_doubtful_decimal_mark_must_be_chosen() {
        ColumnMapping score = new ColumnMapping(1, new Target.Custom("score"));
        assertThat(problem(score).code()).isEqualTo(Code.AMBIGUOUS_NUMBER);
        assertThat(check(score.with(CellReading.DEFAULT.with(DecimalMark.DOT)))).isEmpty();
    }

    @Test
    void a_new_field_is_asked_about_as_well() {
        Target field = new Target.NewCustom("birthday", FieldSpec.of(FieldType.DATE));
        assertThat(problem(new ColumnMapping(0, field)).code()).isEqualTo(Code.AMBIGUOUS_DATE);
    }

    @Test
    void a_new_field_cannot_change_the_type_of_one_that_is_or_was_there() {
        for (String key : List.of("score", "old")) {
            Target text = new Target.NewCustom(key, FieldSpec.of(FieldType.TEXT));
            assertThat(problem(new ColumnMapping(0, text)).code()).isEqualTo(Code.FIELD_EXISTS);
        }
        Target number = new Target.NewCustom("old", FieldSpec.of(FieldType.NUMBER));
        assertThat(check(new ColumnMapping(0, number))).isEmpty();
    }

    @Test
    void a_region_of_phones_is_no_value_of_its_own() {
        Target region = Target.of(StandardField.PHONE_REGION);
        assertThat(problem(new ColumnMapping(0, region)).code()).isEqualTo(Code.MISSING_TARGET);
    }

    private static ColumnMapping since(CellReading reading) {
        return new ColumnMapping(0, new Target.Custom("since")).with(reading);
    }

    private MappingProblem problem(ColumnMapping column) {
        List<MappingProblem> problems = check(column);
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    private List<MappingProblem> check(ColumnMapping column) {
        return new MappingCheck(columns, FIELDS, RETIRED).check(List.of(column), List.of("any"));
    }
}
