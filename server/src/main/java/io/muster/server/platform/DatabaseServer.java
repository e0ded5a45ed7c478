package io.muster.server.platform;

import io.muster.server.platform.postgres.EmbeddedPostgres;

/// The PostgreSQL server behind Muster, for as long as the application runs.
sealed interface DatabaseServer extends AutoCloseable {

    DatabaseAddress address();

    @Override
    void close();

    /// The operator's choice: an external server if a URL is set, else one of our own in the data
    /// folder.
    static DatabaseServer of(MusterProperties properties) {
        var database = properties.database();
        if (database.url() == null) {
            return new Embedded(
                    EmbeddedPostgres.start(EmbeddedPostgres.Settings.in(properties.dataDir())));
        }
        if (database.user() == null || database.password() == null) {
            throw new StartRefusedException(
                    "MUSTER_DATABASE_URL is set, but not the user or the password.",
                    "Set MUSTER_DATABASE_USER and MUSTER_DATABASE_PASSWORD too.");
        }
        return new External(
                new DatabaseAddress(database.url(), database.user(), database.password()));
    }

    /// A server that Muster starts and stops itself.
    record Embedded(EmbeddedPostgres server) implements DatabaseServer {
        @Override
        public DatabaseAddress address() {
            return server.app();
        }

        @Override
        public void close() {
            server.close();
        }
    }

    /// A server that somebody else looks after.
    record External(DatabaseAddress address) implements DatabaseServer {
        @Override
        public void close() {}
    }
}
