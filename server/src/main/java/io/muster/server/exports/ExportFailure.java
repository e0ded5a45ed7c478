package io.muster.server.exports;

/// Why an export came to nothing, and what to do about it.
enum ExportFailure {
    TOO_MANY_ROWS(
            "A sheet of Excel holds 1,048,575 contacts at most, and these are more. Export them as CSV, or a smaller segment."),
    INTERRUPTED(
            "The export was interrupted too often. Ask the operator to check the server and its storage, then begin it again.");

    private final String sentence;

    ExportFailure(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
