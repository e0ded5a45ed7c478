package io.muster.server.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Part of a list, and the cursor to what follows, if anything does.
@JsonInclude(Include.ALWAYS)
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /// Makes a page of rows that were fetched with {@link Paging#fetch()}: the surplus row only
    /// tells that there is more.
    public static <T> Page<T> of(List<T> fetched, Paging paging, Function<T, Cursor> cursorOf) {
        if (fetched.size() <= paging.limit()) {
            return new Page<>(fetched, null);
        }
        List<T> items = fetched.subList(0, paging.limit());
        return new Page<>(items, cursorOf.apply(items.getLast()).toString());
    }

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }
}
