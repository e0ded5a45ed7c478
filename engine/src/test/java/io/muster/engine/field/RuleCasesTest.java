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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/// Every field's rule against the cases in `cases/<field>.yaml`, every type's against those in
/// `cases/types/<type>.yaml`; none may lack its file.
class RuleCasesTest {

    private static final Directory MEMBERS =
            new Roster(
                    List.of(
                            new Roster.Entry("17", Set.of("ana@example.org"), "Ana Kowalski"),
                            new Roster.Entry("18", Set.of("chris@example.org"), "Chris Doe"),
                            new Roster.Entry("19", Set.of("doe@example.org"), "Chris Doe"),
                            new Roster.Entry("20", Set.of("eve@example.org"), "ana@example.org"),
                            new Roster.Entry(
                                    "21", Set.of("zoe@example.org"), "Zo\u00eb M\u00fcller")));

    private static final Directory TEAMS =
            new Roster(
                    List.of(
                            new Roster.Entry("t1", Set.of(), "Sales"),
                            new Roster.Entry("t2", Set.of(), "Support West"),
                            new Roster.Entry("t3", Set.of(), "Night"),
                            new Roster.Entry("t4", Set.of(), "Night")));

    @TestFactory
    Stream<DynamicContainer> fields() {
        return Arrays.stream(StandardField.values())
                .map(field ->
                        DynamicContainer.dynamicContainer(
                                field.key(),
                                cases(
                                        field.key(),
                                        row -> new Rules(settings(row)).of(field, reading(row)))));
    }

    @TestFactory
    Stream<DynamicContainer> types() {
        return Arrays.stream(FieldType.values())
                .map(type ->
                        DynamicContainer.dynamicContainer(
                                type.text(),
                                cases(
                                        "types/" + type.text(),
                                        row ->
                                                new Rules(settings(row))
                                                        .of(
                                                                new FieldSpec(type, options(row)),
                                                                reading(row)))));
    }

    private static Stream<DynamicTest> cases(
            String file, Function<Map<String, Object>, CellRule> rule) {
        return load(file).stream()
                .map(row ->
                        DynamicTest.dynamicTest(
                                row.get("id") + ": " + row.get("reason"),
                                () -> check(rule.apply(row), row)));
    }

    private static void check(CellRule rule, Map<String, Object> row) {
        String input = Objects.toString(row.get("input"));
        int repeat = (Integer) row.getOrDefault("repeat", 1);
        String suffix = "x".repeat((Integer) row.getOrDefault("suffix", 0));
        Cell cell = rule.read(input.repeat(repeat) + suffix);
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
            Object value = Objects.requireNonNull(expected);
            assertThat(cell).isInstanceOf(Cell.Valid.class);
            Object actual = ((Cell.Valid) cell).value();
            assertThat(
                            actual instanceof Enum<?> word
                                    ? word.name().toLowerCase(Locale.ROOT)
                                    : actual)
                    .isEqualTo(value instanceof Number ? FieldValue.canonical(value) : value);
        }
    }

    private static CellReading reading(Map<String, Object> row) {
        Map<?, ?> settings = (Map<?, ?>) row.getOrDefault("settings", Map.of());
        CellReading reading = CellReading.DEFAULT;
        for (Map.Entry<?, ?> setting : settings.entrySet()) {
            String text = setting.getValue().toString();
            reading =
                    switch (setting.getKey().toString()) {
                        case "decimal" ->
                                reading.with(DecimalMark.valueOf(text.toUpperCase(Locale.ROOT)));
                        case "date_format" -> reading.with(DateFormat.parse(text).orElseThrow());
                        case "separator" ->
                                new CellReading(
                                        reading.decimal(),
                                        reading.dateFormat(),
                                        Separator.parse(text).orElseThrow(),
                                        reading.unknownChoice(),
                                        reading.region());
                        case "unknown_choice" ->
                                new CellReading(
                                        reading.decimal(),
                                        reading.dateFormat(),
                                        reading.separator(),
                                        UnknownChoice.valueOf(text.toUpperCase(Locale.ROOT)),
                                        reading.region());
                        case "region" ->
                                new CellReading(
                                        reading.decimal(),
                                        reading.dateFormat(),
                                        reading.separator(),
                                        reading.unknownChoice(),
                                        text);
                        case String other -> throw new AssertionError("No setting " + other);
                    };
        }
        return reading;
    }

    private static List<String> options(Map<String, Object> row) {
        return ((List<?>) row.getOrDefault("options", List.of()))
                .stream().map(Object::toString).toList();
    }

    private static RuleSettings settings(Map<String, Object> row) {
        return new RuleSettings(
                row.getOrDefault("region", "US").toString(),
                Locale.of(row.getOrDefault("language", "en").toString()),
                MEMBERS,
                TEAMS);
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
