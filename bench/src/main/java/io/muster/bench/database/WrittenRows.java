package io.muster.bench.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// Everything that one import wrote: contacts, log and deliveries, cut into transactions of 10,000
/// log rows. The peers write the very same.
public final class WrittenRows {
    private static final int ROWS_EACH = 10_000;

    private final RowChunks parents;
    private final RowChunks imports;
    private final RowChunks contacts;
    private final RowChunks deliveries;
    private final RowChunks log;

    private WrittenRows(
            RowChunks parents,
            RowChunks imports,
            RowChunks contacts,
            RowChunks deliveries,
            RowChunks log) {
        this.parents = parents;
        this.imports = imports;
        this.contacts = contacts;
        this.deliveries = deliveries;
        this.log = log;
    }

    /// Takes what the last import of the app's database has written.
    public static WrittenRows ofLastImport(Postgres postgres, Path folder)
            throws SQLException, IOException {
        try (Connection connection = postgres.connect(Postgres.APP)) {
            String last = "(select id from import order by created_at desc limit 1)";
            String batches = "(select id from delivery where import_id = " + last + ")";
            long logged = count(connection, "log_row where delivery_id in " + batches);
            long delivered = count(connection, "delivery where import_id = " + last);
            int transactions = Math.max(1, (int) Math.ceilDiv(logged, ROWS_EACH));
            return new WrittenRows(
                    export(connection, "select * from tenant", 1_000, folder, "tenant"),
                    export(connection, "select * from import", 1_000, folder, "import"),
                    export(
                            connection,
                            "select * from contact where id in (select contact_id from log_row"
                                    + " where delivery_id in "
                                    + batches
                                    + ") order by id",
                            ROWS_EACH,
                            folder,
                            "contact"),
                    export(
                            connection,
                            "select * from delivery where import_id = " + last + " order by id",
                            (int) Math.ceilDiv(delivered, transactions),
                            folder,
                            "delivery"),
                    export(
                            connection,
                            "select * from log_row where delivery_id in "
                                    + batches
                                    + " order by delivery_id, row_number",
                            ROWS_EACH,
                            folder,
                            "log_row"));
        }
    }

    /// Puts the rows that deliveries point to in place.
    public void copyParents(Connection connection) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("truncate tenant cascade");
        }
        parents.copy(connection, 0, "tenant");
        imports.copy(connection, 0, "import");
    }

    int transactions() {
        return Math.max(log.files().size(), contacts.files().size());
    }

    void copyContacts(Connection connection, int transaction, String target)
            throws SQLException, IOException {
        contacts.copy(connection, transaction, target);
    }

    void copyLog(Connection connection, int transaction) throws SQLException, IOException {
        deliveries.copy(connection, transaction, "delivery");
        log.copy(connection, transaction, "log_row");
    }

    private static RowChunks export(
            Connection connection, String query, int rowsEach, Path folder, String name)
            throws SQLException, IOException {
        return RowChunks.export(connection, query, rowsEach, folder, name);
    }

    private static long count(Connection connection, String from) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
