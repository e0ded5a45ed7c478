package io.muster.server.imports.pages.review;

import io.muster.engine.outcome.Action;
import io.muster.engine.outcome.Code;
import io.muster.server.imports.Effect;
import io.muster.server.imports.RowSelection.Issue;
import io.muster.server.imports.pages.Issues;
import io.muster.server.imports.repair.pages.GroupLine;
import io.muster.server.imports.review.FilterWords;
import io.muster.server.imports.review.FilterWords.Parameter;
import io.muster.server.imports.review.ReviewFilter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the review shows of its rows, as an address that can be kept and shared.
///
/// @param from number of the first row
public record ReviewAddress(UUID id, ReviewFilter filter, ColumnChoice columns, long from)
        implements Issues.Places {

    public ReviewAddress with(ReviewFilter other) {
        return new ReviewAddress(id, other, columns, 1);
    }

    public ReviewAddress with(ColumnChoice other) {
        return new ReviewAddress(id, filter, other, from);
    }

    public ReviewAddress at(long row) {
        return new ReviewAddress(id, filter, columns, row);
    }

    public String review() {
        return "/imports/" + id + "/review";
    }

    /// Everything that narrows the rows down, but not where to begin.
    public List<Parameter> choices() {
        Stream<Parameter> shown =
                columns == ColumnChoice.ALL
                        ? Stream.of()
                        : Stream.of(new Parameter("columns", columns.word()));
        return Stream.concat(FilterWords.write(filter).stream(), shown).toList();
    }

    /// Leads to the rows, not to the top of the page.
    public String path() {
        return whole() + "#rows";
    }

    /// Without a place on the page.
    public String whole() {
        Stream<Parameter> place =
                from > 1 ? Stream.of(new Parameter("from", String.valueOf(from))) : Stream.of();
        String query =
                Stream.concat(choices().stream(), place)
                        .map(parameter -> parameter.name() + "=" + encoded(parameter.value()))
                        .collect(Collectors.joining("&"));
        return review() + (query.isEmpty() ? "" : "?" + query);
    }

    public String action(Action action) {
        return with(new ReviewFilter(action, null, Set.of(), null, false, null)).path();
    }

    public String codes(Set<Code> codes) {
        return with(new ReviewFilter(null, null, codes, null, false, null)).path();
    }

    public String field(String field) {
        return with(new ReviewFilter(null, null, Set.of(), field, false, null)).path();
    }

    public String clears(String field) {
        return with(new ReviewFilter(null, null, Set.of(), null, false, field)).path();
    }

    @Override
    public String rows(Effect effect, Code code, @Nullable String field) {
        return with(new ReviewFilter(null, effect, Set.of(code), field, false, null)).path();
    }

    /// What comes through needs no mending.
    @Override
    public @Nullable String mend(Effect effect, Code code, @Nullable String field) {
        return switch (effect) {
            case FAILS, SKIPS -> GroupLine.path(id, new Issue(code, field), 1);
            case WARNS -> null;
        };
    }

    @Override
    public String row(long number) {
        return with(ReviewFilter.ALL).at(number).whole() + "#row-" + number;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
