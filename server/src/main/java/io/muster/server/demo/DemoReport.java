package io.muster.server.demo;

import io.muster.engine.outcome.Code;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/// Prints what came of the demo. To the console, not to the log, which is kept and collected.
final class DemoReport {
    private static final String INDENT = "  ";

    private final PrintStream out;

    DemoReport(PrintStream out) {
        this.out = out;
    }

    void brief(DemoResult result) {
        line("");
        head(result);
        line("%s%,d contacts to begin with", INDENT, result.imported().result().created());
        verdict(result);
    }

    void full(DemoResult result) {
        Counts counts = result.imported().result();
        head(result);
        count("created", counts.created());
        count("updated", counts.updated());
        count("unchanged", counts.unchanged());
        count("skipped", counts.skipped());
        count("failed", counts.failed());
        line("%s----------------", INDENT);
        count("total", counts.total());
        line("");
        line("%s%6s  %-17s %-16s %s", INDENT, "rows", "why", "field", "which is");
        for (Remark remark : result.remarks()) {
            line(
                    "%s%,6d  %-17s %-16s %s",
                    INDENT,
                    remark.count(),
                    remark.code(),
                    remark.field() == null ? "(row)" : remark.field(),
                    meaning(remark));
        }
        verdict(result);
    }

    void signIn(URI address, DemoTenant.SignIn signIn) {
        line("%sOpen      %s", INDENT, address);
        line("%sEmail     %s", INDENT, signIn.email());
        line("%sPassword  %s", INDENT, signIn.password());
        line("%sAPI key   %s", INDENT, signIn.key().text());
        line("");
        line("%sEach start makes a new password and key.", INDENT);
        line("");
        out.flush();
    }

    private void head(DemoResult result) {
        line(
                "Import #%d of %s: %s in %.1f s",
                result.imported().number(),
                result.imported().file().name(),
                result.imported().status(),
                result.time().toMillis() / 1000.0);
        line("");
    }

    private void verdict(DemoResult result) {
        List<String> wrong = result.wrong();
        line("");
        if (wrong.isEmpty()) {
            line("%sRight: the counts add up, the review promised the same, and so did", INDENT);
            line("%swhoever made the file.", INDENT);
        } else {
            line("%sWRONG:", INDENT);
            wrong.forEach(what -> line("%s- %s", INDENT, what));
        }
        line("");
    }

    private static String meaning(Remark remark) {
        return switch (Code.valueOf(remark.code()).kind()) {
            case WARNING -> "imported with a warning";
            case SKIP -> remark.code().equals("DUPLICATE_IN_FILE") ? "merged" : "skipped";
            case FAILURE -> "failed";
            case IMPORT, UNDO, REQUEST -> "";
        };
    }

    private void count(String what, long rows) {
        line("%s%-10s%,6d", INDENT, what, rows);
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).stripTrailing());
    }
}
