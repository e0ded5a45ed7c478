package io.muster.engine.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.file.Visible.Reading;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/// Exports of well-known programs are understood without a question.
class SampleFilesTest {

    /// What a sample is known to be.
    record Sample(String file, Charset charset, char delimiter, int rows, List<String> headers) {
        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Sample> samples() throws Exception {
        byte[] json = CsvSpectrumTest.resource("/samples/expected-mapping.json");
        Map<String, Map<String, Object>> files = new Yaml().load(new String(json, UTF_8));
        return files.entrySet().stream().map(file -> sample(file.getKey(), file.getValue()));
    }

    @SuppressWarnings("unchecked")
    private static Sample sample(String file, Map<String, Object> known) {
        List<List<String>> columns = (List<List<String>>) known.getOrDefault("expect", List.of());
        return new Sample(
                file,
                Charset.forName(String.valueOf(known.get("encoding"))),
                String.valueOf(known.get("delimiter")).charAt(0),
                Integer.parseInt(String.valueOf(known.get("rows"))),
                columns.stream().map(List::getFirst).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void isUnderstood(Sample sample) throws Exception {
        FileSource source = FileSource.of(CsvSpectrumTest.resource("/samples/" + sample.file()));

        TextDetection detection = (TextDetection) new FormatDetector(Limits.DEFAULT).detect(source);
        TextFormat format = detection.format();
        Reading reading = Reading.of(source, format, Limits.DEFAULT);

        assertThat(format.charset()).isEqualTo(sample.charset().name());
        assertThat(format.delimiter()).isEqualTo(sample.delimiter());
        assertThat(format.header()).isEqualTo(HeaderMode.PRESENT);
        assertThat(detection.encodingConfidence()).isBetween(0.5, 1.0);
        assertThat(reading.headers()).isEqualTo(sample.headers());
        assertThat(reading.rows())
                .hasSize(sample.rows())
                .allMatch(row ->
                        row instanceof SourceRow.Filled(_, _, _, var warnings)
                                && warnings.isEmpty());
        assertThat(RowCount.of(source, format, Limits.DEFAULT)).isEqualTo(sample.rows());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void isPreviewed(Sample sample) throws Exception {
        FileSource source = FileSource.of(CsvSpectrumTest.resource("/samples/" + sample.file()));
        FileFormat format = new FormatDetector(Limits.DEFAULT).detect(source).format();

        Preview preview = Preview.read(source, format, Limits.DEFAULT, 10);

        assertThat(preview.rows()).hasSize(10);
        assertThat(preview.columns()).extracting(Column::name).isEqualTo(sample.headers());
        assertThat(preview.columns())
                .allSatisfy(column -> {
                    assertThat(column.samples())
                            .doesNotHaveDuplicates()
                            .hasSizeLessThanOrEqualTo(5);
                    assertThat(column.fillRate()).isBetween(0.0, 1.0);
                    assertThat(column.fillRate() == 0).isEqualTo(column.samples().isEmpty());
                });
    }
}
