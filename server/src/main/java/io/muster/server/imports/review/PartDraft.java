package io.muster.server.imports.review;

import io.muster.engine.file.RowPlace;
import io.muster.engine.file.SourceRow;
import io.muster.engine.outcome.Action;
import io.muster.server.platform.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Gathers the rows of a part. Most rows of most files come through without a word, so they leave a
/// letter and no more.
public final class PartDraft {
    private final long firstRow;
    private final @Nullable RowPlace place;
    private final StringBuilder outcomes = new StringBuilder();
    private final List<ReviewRow> noted = new ArrayList<>();
    private final StringBuilder cells = new StringBuilder();
    private long weight;

    /// @param place of the first row in the file; without it the rows' cells are kept
    public PartDraft(long firstRow, @Nullable RowPlace place) {
        this.firstRow = firstRow;
        this.place = place;
    }

    /// Takes the next row, about which there is nothing more to say.
    public void add(SourceRow source, Action action) {
        add(action, source.cells());
    }

    /// About as many bytes as it takes in memory.
    public long weight() {
        return weight;
    }

    private void add(Action action, List<String> of) {
        outcomes.append(ReviewPart.LETTERS.charAt(action.ordinal()));
        if (place == null) {
            String line = Json.write(of);
            cells.append(line).append('\n');
            weight += line.length();
        }
    }

    /// Takes the next row.
    public void add(SourceRow source, ReviewRow row) {
        add(row, source.cells());
        weight += source.weight();
    }

    void add(ReviewRow row, List<String> of) {
        add(row.action(), row.isAboutErased() ? List.of() : of);
        if (!row.isClean()) {
            noted.add(row);
        }
    }

    public ReviewPart pack() {
        Map<Facet, Integer> places = new LinkedHashMap<>();
        outcomes.chars()
                .distinct()
                .forEach(letter ->
                        place(
                                new Facet.Does(Action.values()[ReviewPart.LETTERS.indexOf(letter)]),
                                places));
        StringBuilder lines = new StringBuilder();
        for (ReviewRow row : noted) {
            lines.append(row.row() - firstRow)
                    .append('\t')
                    .append(places(row.facets(), places))
                    .append('\t')
                    .append(Json.write(row))
                    .append('\n');
        }
        return new ReviewPart(
                firstRow,
                firstRow + outcomes.length() - 1,
                place,
                places.keySet().stream().map(Facet::text).toList(),
                outcomes.toString(),
                Deflated.of(lines.toString()),
                place == null ? Deflated.of(cells.toString()) : null);
    }

    private static String places(Set<Facet> facets, Map<Facet, Integer> places) {
        return facets.stream()
                .map(facet -> String.valueOf(place(facet, places)))
                .collect(Collectors.joining(","));
    }

    private static int place(Facet facet, Map<Facet, Integer> places) {
        int next = places.size();
        return places.computeIfAbsent(facet, any -> next);
    }
}
