package io.muster.engine.field;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.yaml.snakeyaml.Yaml;

/// Files of cases, each case with an `id` and a `reason`, as one test for each.
final class Cases {
    private Cases() {}

    /// @param file in `cases/`
    static Stream<DynamicTest> of(String file, Consumer<Map<String, Object>> check)
            throws IOException {
        try (InputStream in =
                Objects.requireNonNull(Cases.class.getResourceAsStream("/cases/" + file))) {
            List<Map<String, Object>> cases = new Yaml().load(in);
            return cases.stream()
                    .map(row ->
                            DynamicTest.dynamicTest(
                                    row.get("id") + ": " + row.get("reason"),
                                    () -> check.accept(row)));
        }
    }
}
