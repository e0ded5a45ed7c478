package io.muster.server.demo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Counts what a sample file is known to come to, row by row as it is made.
///
/// Remarks are given as code, field, code, field, and so on; a field is null for whole rows.
final class Tally {
    private final List<Remark> remarks = new ArrayList<>();
    private long created;
    private long updated;
    private long unchanged;
    private long skipped;
    private long failed;
    private long warnings;

    void created(@Nullable String... remarks) {
        created++;
        placed(remarks);
    }

    void updated(@Nullable String... remarks) {
        updated++;
        placed(remarks);
    }

    void unchanged(@Nullable String... remarks) {
        unchanged++;
        placed(remarks);
    }

    void skipped(@Nullable String... remarks) {
        skipped++;
        note(remarks);
    }

    void failed(@Nullable String... remarks) {
        failed++;
        note(remarks);
    }

    Known known() {
        long total = created + updated + unchanged + skipped + failed;
        return new Known(
                new Counts(total, created, updated, unchanged, skipped, failed, 0, warnings),
                remarks);
    }

    private void placed(@Nullable String... remarks) {
        warnings += remarks.length > 0 ? 1 : 0;
        note(remarks);
    }

    private void note(@Nullable String... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            remarks.add(new Remark(String.valueOf(pairs[i]), pairs[i + 1], 1));
        }
    }
}
