package io.muster.bench.database;

import io.muster.bench.Times;
import io.muster.bench.file.SampleFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// pgloader with a file, unvalidated, into a table with the unique indexes of contacts.
public final class PgLoader {
    private static final String TABLE =
            """
            create table loaded (like contact including defaults including indexes);
            alter table loaded alter column tags drop default, alter column tags drop not null,
                  alter column tags type text,
                  alter column tenant_id set default '00000000-0000-0000-0000-000000000001',
                  alter column id set default uuidv7();
            """;

    private final Postgres postgres;
    private final SampleFile file;
    private final Path folder;

    public PgLoader(Postgres postgres, SampleFile file, Path folder) {
        this.postgres = postgres;
        this.file = file;
        this.folder = folder;
    }

    public static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("pgloader", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /// In seconds, into an empty table.
    public double run() throws Exception {
        postgres.run(Postgres.PEERS, "drop table if exists loaded");
        postgres.run(Postgres.PEERS, TABLE);
        postgres.settle();
        Path command = folder.resolve("pgloader.load");
        Files.writeString(command, command());
        File log = folder.resolve("pgloader.log").toFile();
        double seconds =
                Times.of(() -> {
                    Process process =
                            new ProcessBuilder(
                                            "pgloader",
                                            "--root-dir",
                                            folder.resolve("pgloader").toString(),
                                            command.toString())
                                    .redirectErrorStream(true)
                                    .redirectOutput(log)
                                    .start();
                    process.waitFor();
                });
        long loaded = Long.parseLong(postgres.ask(Postgres.PEERS, "select count(*) from loaded"));
        if (loaded < file.rows() * 9 / 10) {
            throw new IllegalStateException("pgloader loaded only " + loaded + " rows; see " + log);
        }
        return seconds;
    }

    private String command() {
        return """
        LOAD CSV FROM '%s' (%2$s)
        INTO postgresql://%3$s:%4$s@127.0.0.1:%5$d/%6$s
        TARGET TABLE loaded (%2$s)
        WITH skip header = 1, fields terminated by ',', fields optionally enclosed by '"';
        """
                .formatted(
                        file.path(),
                        SampleFile.HEADER,
                        Postgres.USER,
                        postgres.password(),
                        postgres.port(),
                        Postgres.PEERS);
    }
}
