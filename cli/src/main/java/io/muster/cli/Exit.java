package io.muster.cli;

/// What a script is told by the exit code.
enum Exit {
    /// Every row was imported, or left out by a policy; of a review: would be.
    CLEAN(0),
    /// It went through, and some rows failed.
    ROWS_FAILED(1),
    /// The command line makes no sense.
    USAGE(2),
    /// The import as a whole failed or was cancelled.
    IMPORT_FAILED(3),
    /// The server refused a request.
    REFUSED(4),
    /// The server could not be reached, or has no time for now.
    UNREACHABLE(5);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
