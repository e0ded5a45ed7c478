package io.muster.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.field.Cell;
import io.muster.engine.field.CellRule;
import io.muster.engine.field.StandardField;
import io.muster.engine.file.SourceRow;
import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowMapperTest {

    @Test
    void aRuleThatThrowsFailsItsRowOnly() {
        CellRule rule =
                text -> {
                    if (text.equals("boom")) {
                        throw new IllegalStateException("a fault in a rule");
                    }
                    return new Cell.Valid(text);
                };
        RowMapper mapper =
                new RowMapper(
                        List.of(slot(rule)),
                        List.of(),
                        new Requirement.AnyValue(),
                        InvalidPolicy.DROP_FIELD);

        assertThat(mapper.map(row(1, "Acme"))).isInstanceOf(MappedRow.Candidate.class);
        assertThat(mapper.map(row(2, "boom")))
                .isInstanceOfSatisfying(
                        MappedRow.Settled.class,
                        settled -> {
                            assertThat(settled.outcome()).isInstanceOf(Outcome.Failed.class);
                            assertThat(settled.outcome().info())
                                    .extracting(info -> info.code())
                                    .containsExactly(Code.ROW_ERROR);
                        });
        assertThat(mapper.map(row(3, "Globex"))).isInstanceOf(MappedRow.Candidate.class);
    }

    /// A name that reads `#N/A` is what a spreadsheet shows in place of one; in a column that is
    /// left out it does no harm.
    @ParameterizedTest
    @ValueSource(strings = {"#N/A", "#REF!", "#DIV/0!", "#NV", "#VALEUR!", "#¿NOMBRE?"})
    void anErrorOfAFormulaIsNoValue(String error) {
        RowMapper mapper =
                new RowMapper(
                        List.of(slot(Cell.Valid::new)),
                        List.of(),
                        new Requirement.AnyValue(),
                        InvalidPolicy.REJECT_ROW);

        assertThat(mapper.map(row(1, error, "Ulm")))
                .isInstanceOfSatisfying(
                        MappedRow.Settled.class,
                        settled ->
                                assertThat(settled.outcome().info())
                                        .extracting(info -> info.code() + " " + info.value())
                                        .containsExactly("FORMULA_ERROR " + error));
        assertThat(mapper.map(row(2, "Acme", error))).isInstanceOf(MappedRow.Candidate.class);
        assertThat(mapper.map(row(3, "#1 fan", "Ulm"))).isInstanceOf(MappedRow.Candidate.class);
    }

    private static Slot slot(CellRule rule) {
        return new Slot(
                0,
                Target.of(StandardField.COMPANY),
                rule,
                WritePolicy.ALWAYS,
                BlankPolicy.KEEP,
                TagPolicy.APPEND);
    }

    private static SourceRow row(long number, String... cells) {
        return new SourceRow.Filled(number, number + 1, List.of(cells), List.of());
    }
}
