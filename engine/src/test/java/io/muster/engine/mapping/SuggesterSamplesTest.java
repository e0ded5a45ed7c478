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
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// The suggestions for files as other products export them.
class SuggesterSamplesTest {

    private record Sample(
            String encoding, String delimiter, String region, List<List<String>> expect) {}

    @Test
    void seven_samples_are_mapped_right() {
        List<String> wrong = new ArrayList<>();
        int[] total = {0};
        samples()
                .forEach((name, sample) -> {
                    total[0] += sample.expect().size();
                    wrong.addAll(differences(name, sample));
                });
        assertThat(total[0]).isGreaterThan(90);
        assertThat(wrong).isEmpty();
    }

    private static List<String> differences(String name, Sample sample) {
        String first = sample.expect().getFirst().getFirst();
        List<Column> columns =
                SampleFile.columns(
                        "/samples/" + name, sample.encoding(), sample.delimiter().charAt(0), first);
        List<Suggestion> suggestions = new Suggester(List.of()).suggest(columns, sample.region());
        assertThat(suggestions).hasSameSizeAs(sample.expect());
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String expected = Objects.requireNonNullElse(sample.expect().get(i).get(1), "skip");
            String actual = suggestions.get(i).target().text();
            if (!actual.equals(expected)) {
                wrong.add(
                        "%s: %s is %s (%s), not %s"
                                .formatted(
                                        name,
                                        columns.get(i).name(),
                                        actual,
                                        suggestions.get(i).reason(),
                                        expected));
            }
        }
        return wrong;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Sample> samples() {
        try (InputStream in =
                SuggesterSamplesTest.class.getResourceAsStream("/samples/expected-mapping.json")) {
            Map<String, Map<String, Object>> raw = new Yaml().load(Objects.requireNonNull(in));
            Map<String, Sample> samples = new TreeMap<>();
            raw.forEach((name, sample) ->
                    samples.put(
                            name,
                            new Sample(
                                    Objects.toString(sample.get("encoding")),
                                    Objects.toString(sample.get("delimiter")),
                                    Objects.toString(sample.get("region")),
                                    (List<List<String>>)
                                            Objects.requireNonNull(sample.get("expect")))));
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
