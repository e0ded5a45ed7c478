package io.muster.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What came of it, in lines for people.
record Result(List<String> lines) {
    private static final List<String> OUTCOMES =
            List.of("created", "updated", "unchanged", "skipped", "failed", "unprocessed");

    static Result ofImport(JsonNode done, URI page) {
        List<String> lines = new ArrayList<>();
        lines.add("Import %s %s.".formatted(done.path("number"), done.path("status").asString("")));
        reason(lines, done);
        counts(lines, done.path("result"));
        lines.add(page.toString());
        return new Result(lines);
    }

    static Result ofReview(JsonNode review, URI page) {
        List<String> lines = new ArrayList<>();
        lines.add(
                review.path("state").asString("").equals("done")
                        ? "Nothing is written. An import would do this:"
                        : "The file cannot be imported.");
        reason(lines, review);
        counts(lines, review);
        for (JsonNode issue : review.path("issues")) {
            lines.add(
                    "%,11d  %s%s"
                            .formatted(
                                    issue.path("count").asLong(),
                                    issue.path("code").asString(""),
                                    issue.path("field").isString()
                                            ? " at " + issue.path("field").asString()
                                            : ""));
        }
        lines.add(page.toString());
        return new Result(lines);
    }

    private static void reason(List<String> lines, JsonNode of) {
        if (of.path("failure_reason").isString()) {
            lines.add(of.path("failure_reason").asString());
        }
    }

    private static void counts(List<String> lines, JsonNode counts) {
        for (String outcome : OUTCOMES) {
            if (counts.path(outcome).asLong(0) > 0) {
                lines.add("%,11d  %s".formatted(counts.path(outcome).asLong(), outcome));
            }
        }
        lines.add("%,11d  rows".formatted(counts.path("total").asLong(0)));
    }

    void print(PrintWriter to) {
        lines.forEach(to::println);
        to.flush();
    }
}
