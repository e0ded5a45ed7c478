package io.muster.server.platform;

import org.springframework.jdbc.core.simple.JdbcClient;

/// The lines that transactions stand in, one after another: for each name a line of each kind.
///
/// Nodes of two versions may run side by side, so a number never changes its meaning.
public enum AdvisoryLock {
    /// The first tenant of an installation.
    BOOTSTRAP(0),
    /// A tenant's contacts: look-up and write see the same ones.
    CONTACTS(1),
    /// A tenant's queue of imports and reviews: no place in it is handed out twice.
    IMPORT_QUEUE(2),
    /// A tenant's teams: a name is looked up before it is taken.
    TEAMS(3),
    /// A tenant's custom fields: they are counted before one is added.
    FIELDS(4),
    /// A tenant's saved mappings: names are compared, and counted, before one is added.
    SAVED_MAPPINGS(5),
    /// A tenant's segments: names are compared, and counted, before one is added.
    SEGMENTS(20),
    /// A tenant's queue of exports: its one place is handed out once.
    EXPORTS(21),
    /// A tenant's members: admins are counted before one goes.
    MEMBERS(30);

    private static final String TAKE =
            "select pg_advisory_xact_lock(hashtextextended(:name, :number))";

    private final int number;

    AdvisoryLock(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /// Waits for our turn, which lasts to the end of the transaction.
    ///
    /// @param name whose line; a tenant's id, where there is a tenant
    public void take(JdbcClient jdbc, String name) {
        jdbc.sql(TAKE).param("name", name).param("number", number).query(row -> {});
    }
}
