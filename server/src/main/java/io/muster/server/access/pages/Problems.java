package io.muster.server.access.pages;

import io.muster.server.platform.web.ApiProblem;
import java.util.List;

/// What was refused, in sentences for a page.
final class Problems {
    private Problems() {}

    static List<String> sentences(ApiProblem problem) {
        return problem.problem().errors().isEmpty()
                ? List.of(problem.problem().detail())
                : problem.problem().errors().stream().map(error -> error.message()).toList();
    }
}
