package io.muster.server.imports.repair.pages;

import io.muster.engine.plan.ImportOptions;
import io.muster.server.imports.Import;
import io.muster.server.imports.IssueCount;
import io.muster.server.imports.RowSelection.Issue;
import io.muster.server.imports.pages.Amounts;
import io.muster.server.imports.pages.FieldNames;
import io.muster.server.imports.pages.Severity;
import io.muster.server.platform.pages.Texts;
import java.util.List;
import java.util.Locale;
import org.springframework.web.util.UriComponentsBuilder;

/// A reason that keeps rows out, at one field.
///
/// @param field as people call it, empty when whole rows are meant
/// @param share of all rows, in words
public record GroupLine(
        Import of,
        Issue issue,
        Severity severity,
        String field,
        long count,
        String share,
        List<String> examples) {

    static GroupLine of(Import of, IssueCount issue, ImportOptions options, FieldNames names) {
        return new GroupLine(
                of,
                new Issue(issue.code(), issue.field()),
                Severity.of(issue.code(), issue.field(), options),
                issue.field() == null ? "" : names.of(issue.field()),
                issue.count(),
                Amounts.share(issue.count(), of.processed()),
                issue.examples());
    }

    /// The code in words.
    public String title() {
        String words = issue.code().name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /// What is wrong and what to do about it.
    public String sentence() {
        return issue.code().sentence();
    }

    public String number() {
        return Texts.number(count);
    }

    /// The address of its rows.
    public String path() {
        return path(of, issue, 1);
    }

    static String path(Import of, Issue issue, long from) {
        UriComponentsBuilder path =
                UriComponentsBuilder.fromPath("/imports/" + of.id() + "/errors/rows")
                        .queryParam("code", issue.code().name());
        if (issue.field() != null) {
            path.queryParam("field", "{field}");
        }
        if (from > 1) {
            path.queryParam("from", from);
        }
        return issue.field() == null
                ? path.toUriString()
                : path.encode().buildAndExpand(issue.field()).toUriString();
    }
}
