package io.muster.server.imports.run;

import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import io.muster.engine.outcome.Outcome;
import io.muster.server.imports.Effect;
import io.muster.server.imports.IssueCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Counts rows by the code and field of their remarks, and keeps a few examples of each.
public final class IssueTally {
    private static final int EXAMPLES = 5;

    private record Key(Code code, @Nullable String field) {}

    private static final class Count {
        private long lastRow;
        private final Map<Effect, Long> effects = new EnumMap<>(Effect.class);
        private final Map<String, Long> examples = new LinkedHashMap<>();
        private final Set<Long> rows = new LinkedHashSet<>();

        private void add(Effect effect, long more) {
            effects.merge(effect, more, Long::sum);
        }

        private void remove(long row, Effect effect) {
            add(effect, -1);
            examples.values().removeIf(example -> example == row);
            rows.remove(row);
        }

        private void example(@Nullable String value, long row) {
            if (value != null && examples.size() < EXAMPLES) {
                examples.putIfAbsent(value, row);
            }
            if (value == null && rows.size() < EXAMPLES) {
                rows.add(row);
            }
        }

        private IssueCount done(Key key) {
            effects.values().removeIf(rows -> rows == 0);
            return new IssueCount(
                    key.code(),
                    key.field(),
                    effects.values().stream().mapToLong(Long::longValue).sum(),
                    List.copyOf(examples.keySet()),
                    List.copyOf(examples.isEmpty() ? rows : examples.values()),
                    Map.copyOf(effects));
        }
    }

    private final Map<Key, Count> counts = new LinkedHashMap<>();

    /// Takes rows one after another.
    public void add(long row, Outcome outcome) {
        add(row, Effect.of(outcome.action()), outcome.info());
    }

    /// Takes rows one after another.
    public void add(long row, Effect effect, List<Info> remarks) {
        for (Info info : remarks) {
            Count count = count(info.code(), info.field());
            // Two columns of a row may have the same to say about one field.
            if (count.lastRow != row) {
                count.lastRow = row;
                count.add(effect, 1);
            }
            count.example(info.value(), row);
        }
    }

    /// Takes a row off again that was counted before.
    void remove(long row, Effect effect, List<Info> remarks) {
        remarks.stream()
                .map(info -> count(info.code(), info.field()))
                .distinct()
                .forEach(count -> count.remove(row, effect));
    }

    /// Takes what was counted of other rows.
    public void addAll(List<IssueCount> more) {
        for (IssueCount issue : more) {
            Count count = count(issue.code(), issue.field());
            issue.effects().forEach(count::add);
            for (int i = 0; i < issue.examples().size(); i++) {
                count.example(
                        issue.examples().get(i), i < issue.rows().size() ? issue.rows().get(i) : 0);
            }
            if (issue.examples().isEmpty()) {
                issue.rows().forEach(row -> count.example(null, row));
            }
        }
    }

    /// Takes remarks off again that were counted before.
    public void removeAll(List<IssueCount> fewer) {
        for (IssueCount issue : fewer) {
            Count count = count(issue.code(), issue.field());
            issue.effects().forEach((effect, rows) -> count.add(effect, -rows));
        }
    }

    /// The most frequent first.
    public List<IssueCount> issues() {
        List<IssueCount> issues = new ArrayList<>();
        counts.forEach((key, count) -> {
            IssueCount done = count.done(key);
            if (done.count() > 0) {
                issues.add(done);
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
