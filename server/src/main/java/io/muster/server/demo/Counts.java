package io.muster.server.demo;

/// Rows by what became of them, as the API tells it.
record Counts(
        long total,
        long created,
        long updated,
        long unchanged,
        long skipped,
        long failed,
        long unprocessed,
        long warnings) {

    boolean addUp() {
        return total == created + updated + unchanged + skipped + failed + unprocessed;
    }
}
