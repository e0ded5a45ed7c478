package io.muster.server.demo;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How often the API said something about rows.
///
/// @param field null when it is about whole rows
record Remark(String code, @Nullable String field, long count) {
    private static final Comparator<Remark> ORDER =
            Comparator.comparingLong(Remark::count)
                    .reversed()
                    .thenComparing(Remark::code)
                    .thenComparing(remark -> String.valueOf(remark.field()));

    /// One of these for each code and field, the most frequent first.
    static List<Remark> tally(Collection<Remark> remarks) {
        Map<Remark, Long> counts =
                remarks.stream()
                        .collect(
                                Collectors.groupingBy(
                                        remark -> new Remark(remark.code(), remark.field(), 0),
                                        Collectors.summingLong(Remark::count)));
        return counts.entrySet().stream()
                .map(entry ->
                        new Remark(entry.getKey().code(), entry.getKey().field(), entry.getValue()))
                .sorted(ORDER)
                .toList();
    }
}
