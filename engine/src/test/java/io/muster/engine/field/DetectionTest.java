package io.muster.engine.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Decimal marks and orders of dates are found by all values of a column, or left open; the cases
/// are in `cases/detection.yaml`.
class DetectionTest {

    @TestFactory
    Stream<DynamicTest> columns() throws IOException {
        return Cases.of("detection.yaml", DetectionTest::check);
    }

    private static void check(Map<String, Object> row) {
        List<String> samples =
                ((List<?>) Objects.requireNonNull(row.get("samples")))
                        .stream().map(Object::toString).toList();
        Detected<? extends Enum<?>> detected =
                "date".equals(row.get("type"))
                        ? DateOrder.detect(samples)
                        : DecimalMark.detect(samples);
        Object expected =
                switch (detected) {
                    case Detected.Found<? extends Enum<?>> found -> row.get("found");
                    case Detected.Ambiguous<?> ambiguous -> row.get("ambiguous");
                    case Detected.Contradiction<?> _ -> row.get("contradiction");
                    case Detected.Nothing<?> _ -> row.get("nothing");
                };
        Object actual =
                switch (detected) {
                    case Detected.Found<? extends Enum<?>>(Enum<?> value) ->
                            value.name().toLowerCase(Locale.ROOT);
                    case Detected.Ambiguous<?>(String example) -> example;
                    case Detected.Contradiction<?> _, Detected.Nothing<?> _ -> true;
                };
        assertThat(actual).as(detected.toString()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dd.MM",
                "dd.mm.yyyy",
                "DD.MM.YYYY",
                "yyyy-MM-dd'",
                "hello",
                "QQQ yyyy",
                "12",
                "dd MM yyyy dd MM yyyy dd MM yyyy dd MM yyyy"
            })
    void a_pattern_that_does_not_say_which_day_it_is_is_none(String pattern) {
        assertThat(DateFormat.parse(pattern)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iso",
                "dmy",
                "MDY",
                "ymd",
                "auto",
                "dd.MM.yyyy",
                "d/M/yy",
                "EEE, d MMM yyyy",
                "yyyy-MM-dd'T'HH:mm:ss",
                "M/d/yyyy h:mm a"
            })
    void an_order_or_a_pattern_is_a_format(String text) {
        assertThat(DateFormat.parse(text)).isPresent();
    }

    @Test
    void formats_are_written_as_they_are_read() {
        for (String text : List.of("iso", "dmy", "dd.MM.yyyy")) {
            assertThat(DateFormat.parse(text).orElseThrow().text()).isEqualTo(text);
        }
    }
}
