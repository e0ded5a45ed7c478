package io.muster.engine.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/// What mistyped cells are taken for, by the cases in `cases/corrections.yaml`.
class CorrectionsTest {

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        CorrectionsTest.class.getResourceAsStream("/cases/corrections.yaml"))) {
            List<Map<String, Object>> cases = new Yaml().load(in);
            return cases.stream()
                    .map(row ->
                            DynamicTest.dynamicTest(
                                    row.get("id") + ": " + row.get("reason"), () -> check(row)));
        }
    }

    private static void check(Map<String, Object> row) {
        assertThat(correction(row).of(row.get("input") + ""))
                .isEqualTo(Optional.ofNullable(row.get("meant")));
    }

    private static Correction correction(Map<String, Object> row) {
        String field = row.get("field") + "";
        if (field.startsWith("cf:")) {
            List<String> options =
                    ((List<?>) Objects.requireNonNull(row.get("options")))
                            .stream().map(Object::toString).toList();
            return Corrections.of(new FieldSpec(FieldType.CHOICE, options));
        }
        return Corrections.of(StandardField.byKey(field).orElseThrow());
    }
}
