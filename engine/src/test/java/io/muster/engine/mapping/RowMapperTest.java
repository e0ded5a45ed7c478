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
        Slot slot =
                new Slot(
                        0,
                        Target.of(StandardField.COMPANY),
                        rule,
                        WritePolicy.ALWAYS,
                        BlankPolicy.KEEP,
                        TagPolicy.APPEND);
        RowMapper mapper =
                new RowMapper(
                        List.of(slot),
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

    private static SourceRow row(long number, String cell) {
        return new SourceRow.Filled(number, number + 1, List.of(cell), List.of());
    }
}
