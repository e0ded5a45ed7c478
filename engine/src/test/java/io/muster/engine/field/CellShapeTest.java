package io.muster.engine.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/// What a column's values speak against; the cases are in `cases/shape.yaml`.
class CellShapeTest {
    private static final Rules RULES =
            new Rules(new RuleSettings("US", Locale.ENGLISH, Directory.EMPTY, Directory.EMPTY));

    @TestFactory
    Stream<DynamicTest> shapes() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        CellShapeTest.class.getResourceAsStream("/cases/shape.yaml"))) {
            List<Map<String, Object>> cases = new Yaml().load(in);
            return cases.stream()
                    .map(row ->
                            DynamicTest.dynamicTest(
                                    row.get("id") + ": " + row.get("reason"), () -> check(row)));
        }
    }

    private static void check(Map<String, Object> row) {
        StandardField field = StandardField.byKey(Objects.toString(row.get("field"))).orElseThrow();
        assertThat(CellShape.isPlausible(field, Objects.toString(row.get("text")), RULES))
                .isEqualTo(row.get("plausible"));
    }
}
