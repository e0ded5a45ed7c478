package io.muster.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.file.Column;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/// The suggestions for files in the manner of many products and languages.
class SuggesterHeaderSetsTest {

    @TestFactory
    Stream<DynamicTest> every_column_is_right() {
        return sets().stream()
                .map(set -> DynamicTest.dynamicTest(text(set, "name"), () -> check(set)));
    }

    private static void check(Map<String, Object> set) {
        @SuppressWarnings("unchecked")
        var expect = (Map<Object, String>) Objects.requireNonNull(set.get("expect"));
        String csv = text(set, "csv");
        char delimiter = delimiter(csv.lines().findFirst().orElseThrow());
        String first = csv.substring(0, csv.indexOf(delimiter));
        List<Column> columns = SampleFile.columns(csv, delimiter, first);
        List<Suggestion> suggestions =
                new Suggester(List.of()).suggest(columns, text(set, "region"));
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String header = columns.get(i).name();
            String expected =
                    Objects.requireNonNull(expect.get(header), header).replace("-", "skip");
            String actual = suggestions.get(i).target().text();
            if (!actual.equals(expected)) {
                wrong.add(header + " is " + actual + ": " + suggestions.get(i).reason());
            }
        }
        assertThat(columns).hasSameSizeAs(expect.keySet());
        assertThat(wrong).isEmpty();
    }

    private static char delimiter(String header) {
        return header.contains("\t") ? '\t' : header.contains(";") ? ';' : ',';
    }

    private static String text(Map<String, Object> set, String key) {
        return Objects.toString(set.get(key));
    }

    private static List<Map<String, Object>> sets() {
        try (InputStream in =
                SuggesterHeaderSetsTest.class.getResourceAsStream("/cases/header-sets.yaml")) {
            return new Yaml().load(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
