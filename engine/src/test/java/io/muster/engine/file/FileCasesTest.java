package io.muster.engine.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.file.Visible.Reading;
import io.muster.engine.outcome.Info;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/// The rules of reading as data, in `cases/file.yaml`; its head explains the notation.
class FileCasesTest {

    /// One case, by the keys of the YAML file.
    record Case(String id, Map<String, Object> entries) {

        @Override
        public String toString() {
            return id;
        }

        boolean has(String key) {
            return entries.containsKey(key);
        }

        String text(String key, String otherwise) {
            return String.valueOf(entries.getOrDefault(key, otherwise));
        }

        List<String> list(String key) {
            return entries.get(key) instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : List.of();
        }

        FileSource source() {
            return FileSource.of(
                    Visible.bytes(text("bytes", ""), Charset.forName(text("in", UTF_8.name()))));
        }

        Limits limits() {
            return new Limits(
                    limit("fileBytes", Limits.DEFAULT.fileBytes()),
                    (int) limit("columns", Limits.DEFAULT.columns()),
                    (int) limit("cellChars", Limits.DEFAULT.cellChars()),
                    (int) limit("rowBytes", Limits.DEFAULT.rowBytes()));
        }

        private long limit(String name, long otherwise) {
            return entries.get("limits") instanceof Map<?, ?> limits
                            && limits.get(name) instanceof Number number
                    ? number.longValue()
                    : otherwise;
        }
    }

    static Stream<Case> cases() throws Exception {
        try (InputStream yaml = FileCasesTest.class.getResourceAsStream("/cases/file.yaml")) {
            List<Map<String, Object>> cases = new Yaml().load(yaml);
            return cases.stream()
                    .map(entries -> new Case(String.valueOf(entries.get("id")), entries));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void reads(Case expected) throws Exception {
        List<String> headers = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        List<String> said = new ArrayList<>();
        String format = "";
        String error = "none";
        try {
            FileFormat read;
            if (expected.has("given")) {
                read = Visible.format(expected.text("given", ""));
            } else {
                Detection detection =
                        new FormatDetector(expected.limits()).detect(expected.source());
                read = detection.format();
                said.add(detection.encodingReason());
                said.add(detection.delimiterReason());
                said.add(detection.headerReason());
            }
            format = Visible.format(read);
            Reading reading = Reading.of(expected.source(), read, expected.limits());
            headers.addAll(reading.headers());
            for (SourceRow row : reading.rows()) {
                rows.add(Visible.row(row));
                said.addAll(messages(row));
            }
            if (reading.failure() != null) {
                throw reading.failure();
            }
        } catch (UnreadableFileException e) {
            error = e.code() + " " + e.line();
            said.add(String.valueOf(e.getMessage()));
        }

        assertThat(error).isEqualTo(expected.text("error", "none"));
        assertThat(rows).isEqualTo(expected.list("rows"));
        if (expected.has("format")) {
            assertThat(format).isEqualTo(expected.text("format", ""));
        }
        if (expected.has("headers")) {
            assertThat(headers).isEqualTo(expected.list("headers"));
        }
        for (String words : expected.list("says")) {
            assertThat(String.join("\n", said)).contains(words);
        }
    }

    private static List<String> messages(SourceRow row) {
        return switch (row) {
            case SourceRow.Filled filled -> filled.warnings().stream().map(Info::message).toList();
            case SourceRow.Blank _ -> List.of();
            case SourceRow.Unreadable bad -> bad.info().stream().map(Info::message).toList();
        };
    }

    @Test
    void everyCaseHasItsOwnIdAndAReason() throws Exception {
        List<Case> cases = cases().toList();

        assertThat(cases).extracting(Case::id).doesNotHaveDuplicates();
        assertThat(cases).allMatch(it -> !it.text("reason", "").isEmpty());
    }
}
