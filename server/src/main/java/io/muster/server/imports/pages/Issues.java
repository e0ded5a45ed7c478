package io.muster.server.imports.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import io.muster.server.imports.Effect;
import io.muster.server.imports.IssueCount;
import io.muster.server.platform.pages.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What was remarked about the rows of an import: by severity, then by reason and field, the most
/// frequent first.
///
/// @param groups those that have any, the heaviest first
public record Issues(List<Group> groups) {
    private static final int MOST_BARS = 8;
    private static final int LEAST_WIDTH = 6;
    public static final Issues NONE = new Issues(List.of());

    /// Where the rows of an import are shown.
    public interface Places {

        /// The rows that have a remark; null where they cannot be asked for.
        @Nullable String rows(Effect effect, Code code, @Nullable String field);

        String row(long number);

        /// Where rows with the remark are mended; null where they cannot be.
        default @Nullable String mend(Effect effect, Code code, @Nullable String field) {
            return null;
        }
    }

    /// Remarks of one weight.
    public record Group(Severity severity, List<Line> lines) {}

    /// One reason at one field.
    ///
    /// @param field as people call it, empty when whole rows are meant
    /// @param share of all rows, in words
    /// @param path of the rows; null where they cannot be asked for
    /// @param mend where they are mended; null where they cannot be
    public record Line(
            Code code,
            String field,
            long count,
            String share,
            List<Example> examples,
            @Nullable String path,
            @Nullable String mend) {

        public String title() {
            return words(code);
        }

        public String number() {
            return Texts.number(count);
        }
    }

    /// A row that has the remark.
    ///
    /// @param value that the remark is about; empty when it is about none
    /// @param row null for values whose row nobody noted
    public record Example(String value, @Nullable Long row, String path) {}

    /// One reason as a bar beside the others.
    ///
    /// @param width of at most [OutcomeBar#WIDTH]
    public record Bar(Severity severity, Line line, int width) {}

    /// The most frequent reasons, to be drawn.
    public List<Bar> bars() {
        long most =
                groups.stream()
                        .flatMap(group -> group.lines().stream())
                        .mapToLong(Line::count)
                        .max()
                        .orElse(1);
        return groups.stream()
                .flatMap(group ->
                        group.lines().stream()
                                .map(line -> new Bar(group.severity(), line, width(line, most))))
                .sorted(Comparator.comparingLong((Bar bar) -> bar.line().count()).reversed())
                .limit(MOST_BARS)
                .toList();
    }

    private static int width(Line line, long most) {
        return (int) Math.max(LEAST_WIDTH, line.count() * OutcomeBar.WIDTH / most);
    }

    public static Issues of(List<IssueCount> counts, long rows, FieldNames names, Places places) {
        List<Group> groups = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            List<Line> lines =
                    counts.stream()
                            .filter(issue -> issue.with(severity.effect()) > 0)
                            .map(issue -> line(issue, severity.effect(), rows, names, places))
                            .sorted(Comparator.comparingLong(Line::count).reversed())
                            .toList();
            if (!lines.isEmpty()) {
                groups.add(new Group(severity, lines));
            }
        }
        return new Issues(groups);
    }

    /// A code in words.
    public static String words(Code code) {
        String words = code.name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /// A field as people call it, or what stands for whole rows.
    public static String fieldOf(@Nullable String field, FieldNames names) {
        String place = Info.place(field);
        return place == null ? t("issues.whole_row") : names.of(place);
    }

    private static Line line(
            IssueCount issue, Effect effect, long rows, FieldNames names, Places places) {
        long count = issue.with(effect);
        return new Line(
                issue.code(),
                fieldOf(issue.field(), names),
                count,
                Amounts.share(count, rows),
                examples(issue, places),
                places.rows(effect, issue.code(), issue.field()),
                places.mend(effect, issue.code(), issue.field()));
    }

    /// The value of a duplicate is the number of the row before it, which says nothing by itself.
    private static List<Example> examples(IssueCount issue, Places places) {
        List<Example> examples = new ArrayList<>();
        boolean valued = !issue.examples().isEmpty() && issue.code() != Code.DUPLICATE_IN_FILE;
        for (int i = 0;
                i < Math.max(valued ? issue.examples().size() : 0, issue.rows().size());
                i++) {
            Long row = i < issue.rows().size() ? issue.rows().get(i) : null;
            examples.add(
                    new Example(
                            valued ? issue.examples().get(i) : "",
                            row,
                            row == null ? "" : places.row(row)));
        }
        return examples;
    }
}
