package io.muster.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// The table for people.
final class Report {
    private static final String TEXT =
            """
            # Performance

            Written by `./muster bench`; every line can be measured again with it. Two things are always measured in turn on
            the same machine and compared, because seconds alone say more about the machine than about Muster.

            - %1$s, `%2$s`, %3$,d rows, %4$d rounds
            - %5$d cores, %6$s of memory, %7$s, Java %8$s, embedded PostgreSQL 18 with `fsync`, `synchronous_commit` and
              `full_page_writes` on
            - Muster runs as `./muster start` does, with `%9$s`, in a process of its own; uploads go through HTTP. Imports
              and reviews were done once without being measured, so that their code was compiled. The peers write to a second database of the same PostgreSQL
              server, so every server setting is the same for both. Muster's batches commit without waiting for the disk,
              and the end of the import waits for all of them; the peers wait at each commit.
            - The file: ten columns, phone numbers in mixed spellings, one row in a hundred bad, one repeated.

            | figure | measured | against | result | wanted | reached |
            | --- | --- | --- | --- | --- | --- |
            %10$s
            """;

    private Report() {}

    static String of(Options options, String command, List<Finding> findings) throws IOException {
        Machine machine = Machine.here();
        StringBuilder rows = new StringBuilder();
        for (Finding finding : findings) {
            rows.append(
                    "| %s | %s | %s | %s | %s | %s |%n"
                            .formatted(
                                    finding.figure(),
                                    finding.measured().strip(),
                                    finding.against(),
                                    finding.result(),
                                    finding.target(),
                                    finding.verdict().word()));
        }
        return TEXT.formatted(
                LocalDate.now(ZoneOffset.UTC),
                command,
                options.rows(),
                options.rounds(),
                machine.cores(),
                machine.memory(),
                machine.system(),
                machine.java(),
                io.muster.bench.server.MusterServer.HEAP,
                rows.toString().stripTrailing());
    }
}
