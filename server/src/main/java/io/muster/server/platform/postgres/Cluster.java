package io.muster.server.platform.postgres;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.APPEND;

import io.muster.server.platform.StartRefusedException;
import io.muster.server.platform.secrets.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/// The data folder of one PostgreSQL server, and the programs that make, start and stop it.
final class Cluster {
    private static final String STILL_IN_USE = "pre-existing shared memory block";
    private static final String PORT_TAKEN = "could not create any TCP/IP sockets";

    private final Path folder;
    private final Path data;
    private final Path log;
    private final PostgresBinaries binaries;
    private final PostgresAccount account;
    private final Durability durability;

    Cluster(
            Path folder,
            PostgresBinaries binaries,
            PostgresAccount account,
            Durability durability) {
        this.folder = folder;
        this.data = folder.resolve("cluster");
        this.log = folder.resolve("postgres.log");
        this.binaries = binaries;
        this.account = account;
        this.durability = durability;
    }

    Path data() {
        return data;
    }

    boolean exists() {
        return Files.isDirectory(data);
    }

    /// Makes the cluster beside its final place, so that a crash on the way leaves none rather than
    /// half of one.
    void create(String superuser, String password) throws IOException {
        Path draft = folder.resolve("cluster.new");
        Path passwordFile = folder.resolve("password.new");
        FileSystemUtils.deleteRecursively(draft);
        Files.deleteIfExists(passwordFile);
        try {
            Secrets.write(passwordFile, password);
            account.own(passwordFile);
            var command =
                    new ArrayList<>(
                            List.of(
                                    binaries.program("initdb"),
                                    "--pgdata=" + draft,
                                    "--username=" + superuser,
                                    "--pwfile=" + passwordFile,
                                    "--auth=scram-sha-256",
                                    "--encoding=UTF8",
                                    "--locale=C",
                                    "--locale-provider=builtin",
                                    "--builtin-locale=C.UTF-8",
                                    "--no-instructions"));
            if (durability == Durability.SURVIVES_KILL) {
                command.add("--no-sync");
            }
            require(run(command), "PostgreSQL could not make its data folder");
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.writeString(draft.resolve("postgresql.conf"), "include 'muster.conf'\n", APPEND);
        Files.move(draft, data, ATOMIC_MOVE);
    }

    /// Data of one major version cannot be read by another.
    void requireSameVersion() throws IOException {
        String ours = Files.readString(data.resolve("PG_VERSION")).strip();
        String programs = run(List.of(binaries.program("postgres"), "--version")).output();
        if (!programs.contains(" " + ours + ".")) {
            throw new StartRefusedException(
                    "The database in "
                            + data
                            + " was made by PostgreSQL "
                            + ours
                            + ", but this Muster"
                            + " brings \""
                            + programs
                            + "\".",
                    "Start the Muster that made it, or move the data with pg_dump and restore of your"
                            + " own and set MUSTER_DATABASE_URL.");
        }
    }

    /// Stops what a killed Muster left running, and clears away what a killed server left lying.
    void settle() throws IOException {
        stop();
        Files.deleteIfExists(Postmaster.file(data));
    }

    /// Starts the server and waits until it answers, crash recovery included. False when the port
    /// was taken.
    boolean start(int port) throws IOException {
        configure(port);
        for (int attempt = 1; ; attempt++) {
            if (Files.exists(log)) {
                Files.move(log, folder.resolve("postgres.log.1"), REPLACE_EXISTING);
            }
            var started =
                    run(
                            List.of(
                                    binaries.program("pg_ctl"),
                                    "start",
                                    "--wait",
                                    "--timeout=3600",
                                    "--silent",
                                    "--pgdata=" + data,
                                    "--log=" + log));
            if (started.succeeded()) {
                return true;
            }
            String reason = Files.exists(log) ? Files.readString(log) : started.output();
            if (reason.contains(PORT_TAKEN)) {
                return false;
            }
            // Children of a killed server need a moment to see that it is gone.
            if (attempt == 50 || !reason.contains(STILL_IN_USE)) {
                throw failed("PostgreSQL did not start", reason.strip());
            }
            pause();
        }
    }

    /// The server now running on this cluster, if there is one.
    Optional<ProcessHandle> process() throws IOException {
        return Postmaster.recordedIn(data)
                .filter(Postmaster::isAlive)
                .flatMap(postmaster -> ProcessHandle.of(postmaster.pid()));
    }

    /// Ends open transactions by rolling them back and writes everything down. Does nothing if no
    /// server runs.
    void stop() throws IOException {
        if (process().isEmpty()) {
            return;
        }
        if (run(pgCtl("stop", "fast")).succeeded()) {
            return;
        }
        var stopped = run(pgCtl("stop", "immediate"));
        // It may have died by itself after we looked.
        if (process().isPresent()) {
            require(stopped, "PostgreSQL did not stop");
        }
    }

    private List<String> pgCtl(String verb, String mode) {
        return List.of(
                binaries.program("pg_ctl"),
                verb,
                "--mode=" + mode,
                "--wait",
                "--timeout=60",
                "--silent",
                "--pgdata=" + data);
    }

    private void configure(int port) throws IOException {
        Path file = data.resolve("muster.conf");
        // Messages of refused statements can quote contact data; such a message belongs to the
        // client, not to a log.
        Files.writeString(
                file,
                """
                # Written by Muster at each start. Use ALTER SYSTEM for settings of your own.
                port = %d
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                max_connections = 200
                fsync = %2$s
                synchronous_commit = on
                full_page_writes = %2$s
                shared_buffers = '256MB'
                max_wal_size = '4GB'
                random_page_cost = 1.1
                timezone = 'UTC'
                log_timezone = 'UTC'
                log_min_messages = 'log'
                log_error_verbosity = 'terse'
                log_min_error_statement = 'panic'
                log_parameter_max_length = 0
                log_checkpoints = off
                log_autovacuum_min_duration = -1
                """
                        .formatted(port, durability.fsync()));
        account.own(file);
    }

    private Command.Result run(List<String> program) {
        return Command.run(folder, account.command(program));
    }

    private void require(Command.Result result, String problem) {
        if (!result.succeeded()) {
            throw failed(problem, result.output());
        }
    }

    private StartRefusedException failed(String problem, String reason) {
        return new StartRefusedException(
                problem + ": " + reason,
                "Look into "
                        + log
                        + ", free disk space or memory if it asks for that, and start again.");
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL was starting", e);
        }
    }
}
