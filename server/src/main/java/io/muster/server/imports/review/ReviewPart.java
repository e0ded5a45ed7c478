package io.muster.server.imports.review;

import io.muster.engine.file.RowPlace;
import io.muster.engine.outcome.Action;
import io.muster.server.platform.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// Some hundred rows of a review that follow one another, packed: a million rows are written and
/// removed in no time, and still found by any of their facets.
///
/// @param place of the first row in the file; null where only reading finds it
/// @param facets that any of the rows has, as they are stored
/// @param outcomes a letter for each row
/// @param noted deflated lines for the rows that are more than a letter: the row's place in the
///   part, the places of its facets, and itself as JSON, which is read only where it is wanted
/// @param cells deflated lines with the raw cells of each row; null where the place leads to them
public record ReviewPart(
        long firstRow,
        long lastRow,
        @Nullable RowPlace place,
        List<String> facets,
        String outcomes,
        byte[] noted,
        byte @Nullable [] cells) {

    /// By the order of the actions.
    static final String LETTERS = "cu=sx";

    /// A noted row as it is packed.
    private record Line(List<Facet> facets, String json) {
        static Line of(String facetPlaces, String json, List<Facet> all) {
            List<Facet> own = new ArrayList<>();
            for (String place : facetPlaces.split(",")) {
                own.add(all.get(Integer.parseInt(place)));
            }
            return new Line(own, json);
        }
    }

    /// The rows that have a facet of each group, in file order.
    public List<ReviewRow> rows(List<Predicate<Facet>> groups) {
        Map<Integer, Line> lines = lines();
        List<ReviewRow> rows = new ArrayList<>();
        for (int i = 0; i < outcomes.length(); i++) {
            Action action = Action.values()[LETTERS.indexOf(outcomes.charAt(i))];
            Line line = lines.get(i);
            List<Facet> own = line == null ? List.of(new Facet.Does(action)) : line.facets();
            if (groups.stream().allMatch(group -> own.stream().anyMatch(group))) {
                rows.add(
                        line == null
                                ? ReviewRow.clean(firstRow + i, action)
                                : Json.read(line.json(), ReviewRow.class));
            }
        }
        return rows;
    }

    /// The row with a number, which must be one of this part.
    public ReviewRow row(long number) {
        return rows(List.of()).get((int) (number - firstRow));
    }

    /// The same part with another outcome for one of its rows.
    ///
    /// @param now the cells of that row as they stand
    public ReviewPart with(ReviewRow changed, List<String> now) {
        Map<Long, List<String>> kept = keptCells();
        PartDraft draft = new PartDraft(firstRow, place);
        for (ReviewRow row : rows(List.of())) {
            boolean isIt = row.row() == changed.row();
            draft.add(isIt ? changed : row, isIt ? now : kept.getOrDefault(row.row(), List.of()));
        }
        return draft.pack();
    }

    /// The raw cells of each row that is kept with them, by row number.
    public Map<Long, List<String>> keptCells() {
        Map<Long, List<String>> kept = new HashMap<>();
        if (cells != null) {
            Deflated.text(cells)
                    .lines()
                    .forEach(line ->
                            kept.put(
                                    firstRow + kept.size(),
                                    Json.read(line, new TypeReference<>() {})));
        }
        return kept;
    }

    private Map<Integer, Line> lines() {
        List<Facet> all = facets.stream().map(Facet::of).toList();
        Map<Integer, Line> lines = new HashMap<>();
        Deflated.text(noted)
                .lines()
                .forEach(text -> {
                    String[] parts = text.split("\t", 3);
                    lines.put(Integer.valueOf(parts[0]), Line.of(parts[1], parts[2], all));
                });
        return lines;
    }
}
