package io.muster.engine.mapping;

import io.muster.engine.field.Separator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What the values of one column stand for, said once for each distinct value.
///
/// @param texts what is read instead of a value, by the value as it stands in the file; an empty
///   text leaves the field blank
/// @param options values that become options of the choice that the column goes to
/// @param separator between values of one cell that are looked up one by one; [Separator#NONE]
///   where a cell is one value
public record ValueMapping(Map<String, String> texts, Set<String> options, Separator separator) {

    /// The most values that a column can map.
    public static final int MOST = 500;

    public static final ValueMapping NONE = new ValueMapping(Map.of(), Set.of());

    public ValueMapping {
        texts = Map.copyOf(texts);
        options = Set.copyOf(options);
    }

    public ValueMapping(Map<String, String> texts, Set<String> options) {
        this(texts, options, Separator.NONE);
    }

    /// The same for cells of several values.
    public ValueMapping separatedBy(Separator between) {
        return new ValueMapping(texts, options, between);
    }

    /// What is read instead of a cell.
    public String apply(String cell) {
        if (texts.isEmpty() || cell.isEmpty()) {
            return cell;
        }
        String whole = texts.get(cell);
        if (whole != null) {
            return whole;
        }
        List<String> values = separator.split(cell);
        return values.stream().anyMatch(texts::containsKey) ? joined(values) : cell;
    }

    /// In quotes, so that a value with a separator in it stays one.
    private String joined(List<String> values) {
        return values.stream()
                .map(value -> texts.getOrDefault(value, value))
                .filter(value -> !value.isEmpty())
                .map(value -> '"' + value.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(separator == Separator.AUTO ? ";" : separator.text()));
    }
}
