package io.muster.server.imports.pages;

import io.muster.engine.outcome.Code;
import io.muster.engine.plan.ImportOptions;
import io.muster.server.imports.IssueCount;
import io.muster.server.platform.pages.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What was remarked about the rows of an import: by severity, then by reason and field, the most
/// frequent first.
///
/// @param groups those that have any, the heaviest first
public record Issues(List<Group> groups) {

    /// Remarks of one weight.
    public record Group(Severity severity, List<Line> lines) {}

    /// One reason at one field.
    ///
    /// @param field as people call it, empty when whole rows are meant
    /// @param share of all rows, in words
    public record Line(Code code, String field, long count, String share, List<String> examples) {

        /// The code in words.
        public String title() {
            String words = code.name().replace('_', ' ').toLowerCase(Locale.ROOT);
            return Character.toUpperCase(words.charAt(0)) + words.substring(1);
        }

        public String number() {
            return Texts.number(count);
        }

        /// What a remark is about when it tells a place instead of a value.
        public boolean hasExamples() {
            return !examples.isEmpty() && code != Code.DUPLICATE_IN_FILE;
        }
    }

    static Issues of(List<IssueCount> counts, long rows, ImportOptions options, FieldNames names) {
        List<Group> groups = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            List<Line> lines =
                    counts.stream()
                            .filter(issue ->
                                    Severity.of(issue.code(), issue.field(), options) == severity)
                            .map(issue -> line(issue, rows, names))
                            .toList();
            if (!lines.isEmpty()) {
                groups.add(new Group(severity, lines));
            }
        }
        return new Issues(groups);
    }

    private static Line line(IssueCount issue, long rows, FieldNames names) {
        return new Line(
                issue.code(),
                names.place(issue.field()),
                issue.count(),
                Amounts.share(issue.count(), rows),
                issue.examples());
    }
}
