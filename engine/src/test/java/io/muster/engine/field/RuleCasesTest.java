package io.muster.engine.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.outcome.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/// Every field's rule against the cases in `cases/<field>.yaml`; no field may lack its file.
class RuleCasesTest {

    private static final Map<String, String> MEMBERS =
            Map.of("17", "17", "ana@example.org", "17", "ana kowalski", "17");

    @TestFactory
    Stream<DynamicContainer> fields() {
        return Arrays.stream(StandardField.values())
                .map(field -> DynamicContainer.dynamicContainer(field.key(), cases(field)));
    }

    private static Stream<DynamicTest> cases(StandardField field) {
        return load(field.key()).stream()
                .map(row ->
                        DynamicTest.dynamicTest(
                                row.get("id") + ": " + row.get("reason"), () -> check(field, row)));
    }

    private static void check(StandardField field, Map<String, Object> row) {
        String input = Objects.toString(row.get("input"));
        int repeat = (Integer) row.getOrDefault("repeat", 1);
        Cell cell = new Rules(settings(row)).of(field).read(input.repeat(repeat));
        if (row.containsKey("code")) {
            assertThat(cell).isInstanceOf(Cell.Invalid.class);
            Cell.Invalid invalid = (Cell.Invalid) cell;
            assertThat(invalid.code()).isEqualTo(Code.valueOf(Objects.toString(row.get("code"))));
            Object says = row.get("says");
            if (says != null) {
                assertThat(invalid.message()).contains(says.toString());
            }
        } else {
            Object expected = row.getOrDefault("value", input.repeat(repeat));
            assertThat(cell).isEqualTo(new Cell.Valid(Objects.requireNonNull(expected)));
        }
    }

    private static RuleSettings settings(Map<String, Object> row) {
        return new RuleSettings(
                row.getOrDefault("region", "US").toString(),
                Locale.of(row.getOrDefault("language", "en").toString()),
                text -> Optional.ofNullable(MEMBERS.get(text.toLowerCase(Locale.ROOT))));
    }

    private static List<Map<String, Object>> load(String field) {
        String name = "/cases/" + field + ".yaml";
        try (@Nullable InputStream in = RuleCasesTest.class.getResourceAsStream(name)) {
            return new Yaml().load(Objects.requireNonNull(in, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
