package io.muster.engine.mapping;

import io.muster.engine.field.StandardField;
import io.muster.engine.file.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/// How the headers of a file differ from those of an earlier one whose mapping is known.
///
/// @param found the earlier column for each column that has one, by index
/// @param renamed those among them whose header is another now
/// @param added columns that the earlier file did not have
/// @param gone earlier columns that the file does not have
/// @param likeness 0 for files with nothing in common to 1 for the same headers
public record HeaderComparison(
        Map<Integer, Integer> found,
        List<Integer> renamed,
        List<Integer> added,
        List<Integer> gone,
        double likeness) {

    private static final double ALIKE = 0.9;

    /// A header that is another now speaks half as much for the file.
    private static final double RENAMED = 0.5;

    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    /// An earlier file's column.
    public record Earlier(String header, Target target) {}

    /// A header counts as renamed where one is gone and one is new, and both look alike or the new
    /// one's values and name suggest the field that the other went to.
    ///
    /// @param suggestions one for each column, made without knowledge of the earlier file
    public static HeaderComparison of(
            List<Earlier> earlier, List<Column> columns, List<Suggestion> suggestions) {
        Map<String, Integer> byHeader = new HashMap<>();
        for (int i = 0; i < earlier.size(); i++) {
            byHeader.putIfAbsent(HeaderWords.of(earlier.get(i).header()), i);
        }
        Map<Integer, Integer> found = new HashMap<>();
        List<Column> unknown = new ArrayList<>();
        for (Column column : columns) {
            Integer same = byHeader.remove(HeaderWords.of(column.name()));
            if (same == null) {
                unknown.add(column);
            } else {
                found.put(column.index(), same);
            }
        }
        int same = found.size();
        List<Integer> gone = new ArrayList<>(byHeader.values());
        gone.sort(null);
        List<Integer> renamed = new ArrayList<>();
        for (Column column : unknown) {
            Suggestion suggestion = suggestions.get(column.index());
            Optional<Integer> former =
                    gone.stream()
                            .filter(i -> isSuccessor(column, suggestion, earlier.get(i)))
                            .findFirst();
            former.ifPresent(i -> {
                gone.remove(i);
                found.put(column.index(), i);
                renamed.add(column.index());
            });
        }
        return new HeaderComparison(
                found,
                renamed,
                unknown.stream()
                        .map(Column::index)
                        .filter(index -> !found.containsKey(index))
                        .toList(),
                gone,
                (same + RENAMED * renamed.size())
                        / Math.max(1, Math.max(earlier.size(), columns.size())));
    }

    /// Whether nothing is to be said about the headers but that they are the same.
    public boolean isSame() {
        return renamed.isEmpty() && added.isEmpty() && gone.isEmpty();
    }

    private static boolean isSuccessor(Column column, Suggestion suggestion, Earlier former) {
        boolean unique =
                !former.target().equals(Target.SKIP)
                        && !former.target().equals(Target.of(StandardField.TAGS));
        String one = HeaderWords.squash(HeaderWords.of(column.name()));
        String other = HeaderWords.squash(HeaderWords.of(former.header()));
        return (unique && suggestion.target().equals(former.target()))
                || SIMILARITY.apply(one, other) >= ALIKE;
    }
}
