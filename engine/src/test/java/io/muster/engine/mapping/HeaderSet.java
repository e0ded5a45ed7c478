package io.muster.engine.mapping;

import io.muster.engine.file.Column;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/// The headers of one product's export, and where each column belongs.
///
/// @param region ISO 3166 alpha-2, where the file comes from
/// @param targets as the API writes them, `skip` for a column that no field is for
record HeaderSet(String name, String region, List<Column> columns, List<String> targets) {
    private static final List<String> FILES =
            List.of(
                    "address-books",
                    "by-hand",
                    "consents",
                    "crm",
                    "cut-short",
                    "forms",
                    "local",
                    "mailings",
                    "members",
                    "shops");

    /// A bar in a value has no space before it.
    private static final Pattern BAR = Pattern.compile(" *\\|(?= |$) *");

    static List<HeaderSet> all() {
        return FILES.stream().flatMap(file -> read(file).stream()).toList();
    }

    /// What is suggested otherwise than it should be, in words; empty when all is right.
    List<String> mistakes() {
        return mistakes(UnaryOperator.identity());
    }

    /// @param spelling how the headers are written instead
    List<String> mistakes(UnaryOperator<String> spelling) {
        List<Column> spelled =
                columns.stream()
                        .map(column ->
                                new Column(
                                        column.index(),
                                        spelling.apply(column.name()),
                                        column.samples(),
                                        column.fillRate()))
                        .toList();
        List<Suggestion> suggestions = new Suggester(List.of()).suggest(spelled, region);
        List<String> mistakes = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Suggestion found = suggestions.get(i);
            if (!found.target().text().equals(targets.get(i))) {
                mistakes.add(
                        "%s: %s is %s, not %s (%s)"
                                .formatted(
                                        name,
                                        spelled.get(i).name(),
                                        found.target().text(),
                                        targets.get(i),
                                        found.reason()));
            }
        }
        return mistakes;
    }

    private static List<HeaderSet> read(String file) {
        String path = "/cases/headers/" + file + ".yaml";
        try (InputStream in = HeaderSet.class.getResourceAsStream(path)) {
            List<Map<String, String>> sets = new Yaml().load(Objects.requireNonNull(in, path));
            return sets.stream().map(HeaderSet::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HeaderSet of(Map<String, String> set) {
        List<Column> columns = new ArrayList<>();
        List<String> targets = new ArrayList<>();
        for (String line : text(set, "columns").lines().toList()) {
            List<String> cells = Arrays.asList(BAR.split(line, -1));
            List<String> values = cells.subList(2, cells.size());
            List<String> samples = values.stream().filter(cell -> !cell.isEmpty()).toList();
            double fillRate = (double) samples.size() / values.size();
            columns.add(
                    new Column(
                            columns.size(),
                            cells.getFirst(),
                            samples.stream().distinct().toList(),
                            fillRate));
            targets.add(cells.get(1).equals("-") ? "skip" : cells.get(1));
        }
        return new HeaderSet(text(set, "name"), text(set, "region"), columns, targets);
    }

    private static String text(Map<String, String> set, String key) {
        return Objects.requireNonNull(set.get(key), key);
    }
}
