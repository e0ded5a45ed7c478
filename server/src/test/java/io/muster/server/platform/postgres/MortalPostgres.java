package io.muster.server.platform.postgres;

import io.muster.server.TestDatabase;
import io.muster.server.platform.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Path;

/// A PostgreSQL of a test's own, which can be killed and be away.
public final class MortalPostgres implements AutoCloseable {
    private final Path folder = TestDatabase.freshFolder();
    private EmbeddedPostgres keeper = EmbeddedPostgres.start(EmbeddedPostgresTest.settings(folder));

    public DatabaseAddress app() {
        return keeper.app();
    }

    public DatabaseAddress superuser() {
        return keeper.superuser("muster");
    }

    /// Ends it at once; its keeper starts it again.
    public void kill() throws IOException {
        Path cluster = folder.toRealPath().resolve("postgres/cluster");
        Postmaster.recordedIn(cluster)
                .flatMap(server -> ProcessHandle.of(server.pid()))
                .orElseThrow()
                .destroyForcibly();
    }

    /// Stops it until it is started again.
    public void stop() {
        keeper.close();
    }

    public void start() {
        keeper = EmbeddedPostgres.start(EmbeddedPostgresTest.settings(folder));
    }

    @Override
    public void close() {
        keeper.close();
    }
}
