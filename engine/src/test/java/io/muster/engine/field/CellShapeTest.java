package io.muster.engine.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What a column's values speak against; the cases are in `cases/shape.yaml`.
class CellShapeTest {
    private static final Rules RULES =
            new Rules(new RuleSettings("US", Locale.ENGLISH, Directory.EMPTY, Directory.EMPTY));

    @TestFactory
    Stream<DynamicTest> shapes() throws IOException {
        return Cases.of("shape.yaml", CellShapeTest::check);
    }

    private static void check(Map<String, Object> row) {
        StandardField field = StandardField.byKey(Objects.toString(row.get("field"))).orElseThrow();
        assertThat(CellShape.isPlausible(field, Objects.toString(row.get("text")), RULES))
                .isEqualTo(row.get("plausible"));
    }
}
