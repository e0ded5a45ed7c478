package io.muster.server.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// The server process that a cluster's `postmaster.pid` speaks of. The file outlives a killed
/// server, and its number may by now belong to any other program.
record Postmaster(long pid, Path cluster) {

    static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    static Optional<Postmaster> recordedIn(Path cluster) throws IOException {
        try {
            var lines = Files.readAllLines(file(cluster));
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Postmaster(Long.parseLong(lines.getFirst().strip()), cluster));
        } catch (NoSuchFileException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    /// True only for a live PostgreSQL that was started on this very cluster.
    boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().commandLine())
                .filter(line -> line.contains("/bin/postgres -D " + cluster))
                .isPresent();
    }
}
