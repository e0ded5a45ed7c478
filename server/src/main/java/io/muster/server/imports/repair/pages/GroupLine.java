package io.muster.server.imports.repair.pages;

import io.muster.server.imports.Import;
import io.muster.server.imports.IssueCount;
import io.muster.server.imports.RowSelection.Issue;
import io.muster.server.imports.pages.Amounts;
import io.muster.server.imports.pages.FieldNames;
import io.muster.server.imports.pages.Issues;
import io.muster.server.imports.pages.Severity;
import io.muster.server.imports.repair.ErrorGroups;
import io.muster.server.platform.pages.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
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

    static GroupLine of(Import of, IssueCount issue, FieldNames names) {
        return new GroupLine(
                of,
                new Issue(issue.code(), issue.field()),
                severity(issue),
                issue.field() == null ? "" : names.of(issue.field()),
                ErrorGroups.open(issue),
                Amounts.share(
                        ErrorGroups.open(issue),
                        Math.max(of.processed(), of.total() == null ? 0 : of.total())),
                issue.examples());
    }

    /// The code in words.
    public String title() {
        return Issues.words(issue.code());
    }

    /// The heaviest of what became of its rows.
    private static Severity severity(IssueCount issue) {
        return Arrays.stream(Severity.values())
                .filter(severity -> issue.with(severity.effect()) > 0)
                .findFirst()
                .orElse(Severity.WARNS);
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
        return path(of.id(), issue, 1);
    }

    /// The address of the rows that a reason keeps out.
    public static String path(UUID importId, Issue issue, long from) {
        UriComponentsBuilder path =
                UriComponentsBuilder.fromPath("/imports/" + importId + "/errors/rows")
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
