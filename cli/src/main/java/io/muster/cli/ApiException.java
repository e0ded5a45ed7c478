package io.muster.cli;

import java.util.List;

/// A request did not lead anywhere, and why, in words for people.
final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Exit exit;
    private final transient List<String> details;

    ApiException(Exit exit, String message, List<String> details) {
        super(message);
        this.exit = exit;
        this.details = List.copyOf(details);
    }

    Exit exit() {
        return exit;
    }

    /// What is wrong in particular, a line each.
    List<String> details() {
        return details;
    }
}
