package io.muster.engine.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.file.Visible.Reading;
import io.muster.engine.outcome.Info;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/// A file and what a reader makes of it, by the keys of a YAML file.
record FileCase(String id, Map<String, Object> entries) {

    static Stream<FileCase> all(String resource) throws IOException {
        try (InputStream yaml = FileCase.class.getResourceAsStream(resource)) {
            List<Map<String, Object>> cases = new Yaml().load(yaml);
            return cases.stream()
                    .map(entries -> new FileCase(String.valueOf(entries.get("id")), entries));
        }
    }

    static void assertSound(List<FileCase> cases) {
        assertThat(cases).extracting(FileCase::id).doesNotHaveDuplicates();
        assertThat(cases).allMatch(it -> !it.text("reason", "").isEmpty());
    }

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

    private List<String> list(String key) {
        return entries.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private Limits limits() {
        return new Limits(
                limit("fileBytes", Limits.DEFAULT.fileBytes()),
                (int) limit("columns", Limits.DEFAULT.columns()),
                (int) limit("cellChars", Limits.DEFAULT.cellChars()),
                (int) limit("rowBytes", Limits.DEFAULT.rowBytes()),
                limit("unpackedBytes", Limits.DEFAULT.unpackedBytes()),
                (int) limit("workbookParts", Limits.DEFAULT.workbookParts()));
    }

    private long limit(String name, long otherwise) {
        return entries.get("limits") instanceof Map<?, ?> limits
                        && limits.get(name) instanceof Number number
                ? number.longValue()
                : otherwise;
    }

    /// Detects, reads to the end or the failure, and compares.
    void assertReads(FileSource source) throws Exception {
        List<String> headers = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        List<String> said = new ArrayList<>();
        String format = "";
        String error = "none";
        try {
            FileFormat read = format(source, said);
            format = Visible.format(read);
            Reading reading = Reading.of(source, read, limits());
            headers.addAll(reading.headers());
            for (SourceRow row : reading.rows()) {
                rows.add(Visible.row(row));
                said.addAll(messages(row));
            }
            if (reading.failure() != null) {
                throw reading.failure();
            }
            assertThat(RowCount.of(source, read, limits())).isEqualTo(rows.size());
        } catch (UnreadableFileException e) {
            error = e.code() + " " + e.line();
            said.add(String.valueOf(e.getMessage()));
        }

        assertThat(error).as(String.join("\n", said)).isEqualTo(text("error", "none"));
        assertThat(rows).isEqualTo(list("rows"));
        if (has("format")) {
            assertThat(format).isEqualTo(text("format", ""));
        }
        if (has("headers")) {
            assertThat(headers).isEqualTo(list("headers"));
        }
        for (String words : list("says")) {
            assertThat(String.join("\n", said)).contains(words);
        }
    }

    private FileFormat format(FileSource source, List<String> said)
            throws IOException, UnreadableFileException {
        if (has("given")) {
            return Visible.format(text("given", ""));
        }
        Detection detection = new FormatDetector(limits()).detect(source);
        said.add(detection.headerReason());
        switch (detection) {
            case TextDetection text -> {
                said.add(text.encodingReason());
                said.add(text.delimiterReason());
            }
            case SheetDetection sheet -> {
                said.add(sheet.sheetReason());
                said.add(sheet.sheets().toString());
            }
        }
        return detection.format();
    }

    private static List<String> messages(SourceRow row) {
        return switch (row) {
            case SourceRow.Filled filled -> filled.warnings().stream().map(Info::message).toList();
            case SourceRow.Blank _ -> List.of();
            case SourceRow.Unreadable bad -> bad.info().stream().map(Info::message).toList();
        };
    }
}
