package io.muster.server.imports.run;

import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import io.muster.engine.outcome.Outcome;
import io.muster.server.imports.IssueCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Counts remarks by code and field, and keeps a few examples of each.
public final class IssueTally {
    private static final int EXAMPLES = 5;

    private record Key(Code code, @Nullable String field) {}

    private static final class Count {
        private long count;
        private final Set<String> examples = new LinkedHashSet<>();

        private void add(long more, Iterable<String> values) {
            count += more;
            for (String value : values) {
                if (examples.size() < EXAMPLES) {
                    examples.add(value);
                }
            }
        }
    }

    private final Map<Key, Count> counts = new LinkedHashMap<>();

    public void add(Outcome outcome) {
        for (Info info : outcome.info()) {
            count(info.code(), info.field())
                    .add(1, info.value() == null ? List.of() : List.of(info.value()));
        }
    }

    public void addAll(List<IssueCount> more) {
        more.forEach(
                issue -> count(issue.code(), issue.field()).add(issue.count(), issue.examples()));
    }

    /// Takes remarks off again that were counted before.
    public void removeAll(List<IssueCount> fewer) {
        fewer.forEach(issue -> count(issue.code(), issue.field()).add(-issue.count(), List.of()));
    }

    /// The most frequent first.
    public List<IssueCount> issues() {
        List<IssueCount> issues = new ArrayList<>();
        counts.forEach((key, count) -> {
            if (count.count > 0) {
                issues.add(
                        new IssueCount(
                                key.code(),
                                key.field(),
                                count.count,
                                List.copyOf(count.examples)));
            }
        });
        issues.sort(
                Comparator.comparingLong(IssueCount::count)
                        .reversed()
                        .thenComparing(IssueCount::code));
        return issues;
    }

    private Count count(Code code, @Nullable String field) {
        return counts.computeIfAbsent(new Key(code, field), any -> new Count());
    }
}
