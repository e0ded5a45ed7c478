package io.muster.server.notifications;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.engine.outcome.Info;
import io.muster.server.imports.Import;
import io.muster.server.imports.IssueCount;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the email about an import says: numbers and reasons, no values of contacts.
///
/// @param kind `completed`, `failed` or `cancelled`
/// @param failure why the import as a whole failed
/// @param link to the import's page
public record ImportEmail(
        String kind,
        long number,
        String fileName,
        long imported,
        List<Line> counts,
        List<Reason> reasons,
        @Nullable String failure,
        URI link) {
    private static final int TOP_REASONS = 5;

    /// One line of the table.
    public record Line(String label, long rows) {}

    /// Why rows were skipped, refused or remarked.
    ///
    /// @param field null when whole rows are meant
    public record Reason(long rows, @Nullable String field, String sentence) {}

    static ImportEmail of(Import ended, List<IssueCount> issues, URI link) {
        return new ImportEmail(
                ended.status().text(),
                ended.number(),
                ended.file().name(),
                ended.counts().successes(),
                counts(ended),
                issues.stream().limit(TOP_REASONS).map(ImportEmail::reason).toList(),
                ended.failureReason(),
                link);
    }

    public String subject() {
        return t("email.import." + kind + ".subject", number, imported, total());
    }

    public String title() {
        return t("email.import." + kind + ".title");
    }

    /// Whether it stopped on the way, so that a reader may wonder what is left of it.
    public boolean isPartial() {
        return !kind.equals("completed") && imported > 0;
    }

    long total() {
        return counts.getLast().rows();
    }

    /// The total comes last, and is the sum of the others.
    private static List<Line> counts(Import ended) {
        return List.of(
                line("created", ended.counts().created()),
                line("updated", ended.counts().updated()),
                line("unchanged", ended.counts().unchanged()),
                line("skipped", ended.counts().skipped()),
                line("failed", ended.counts().failed()),
                line("unprocessed", ended.unprocessed()),
                line("total", ended.processed() + ended.unprocessed()));
    }

    private static Line line(String what, long rows) {
        return new Line(t("email.import." + what), rows);
    }

    private static Reason reason(IssueCount issue) {
        return new Reason(issue.count(), Info.place(issue.field()), issue.code().sentence());
    }
}
