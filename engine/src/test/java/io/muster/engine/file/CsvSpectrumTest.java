package io.muster.engine.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.file.Visible.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/// The public corpus csv-spectrum reads exactly as its JSON says, in formats that were detected.
class CsvSpectrumTest {

    /// The corpus contradicts itself in one cell, upstream as well: `location_coordinates` has one
    /// phone number in its CSV and another in its JSON. What a reader must return is what stands in
    /// the CSV.
    private static final String WRONG_PHONE_IN_JSON = "\"1234567890\"";

    private static final String PHONE_IN_CSV = "\"2095257564\"";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "comma_in_quotes",
                "empty",
                "empty_crlf",
                "escaped_quotes",
                "json",
                "location_coordinates",
                "newlines",
                "newlines_crlf",
                "quotes_and_newlines",
                "simple",
                "simple_crlf",
                "utf8"
            })
    void readsAsItsJson(String name) throws Exception {
        FileSource source = FileSource.of(resource("/csv-spectrum/csvs/" + name + ".csv"));
        FileFormat format = new FormatDetector(Limits.DEFAULT).detect(source).format();

        Reading reading = Reading.of(source, format, Limits.DEFAULT);

        List<Map<String, String>> records = new ArrayList<>();
        for (SourceRow row : reading.rows()) {
            records.add(record(reading.headers(), ((SourceRow.Filled) row).cells()));
        }
        String json =
                new String(resource("/csv-spectrum/json/" + name + ".json"), UTF_8)
                        .replace(WRONG_PHONE_IN_JSON, PHONE_IN_CSV);
        Object expected = new Yaml().load(json);
        assertThat(records).isEqualTo(expected instanceof List ? expected : List.of(expected));
        assertThat(reading.failure()).isNull();
    }

    private static Map<String, String> record(List<String> headers, List<String> cells) {
        Map<String, String> record = new LinkedHashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            record.put(headers.get(i), cells.get(i));
        }
        return record;
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream in = CsvSpectrumTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
