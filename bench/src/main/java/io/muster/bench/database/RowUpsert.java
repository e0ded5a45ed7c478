package io.muster.bench.database;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.muster.bench.Times;
import io.muster.bench.file.SampleFile;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/// What one would write first: each row of the file as it stands, upserted by JDBC in batches of
/// 1,000, ten of them a transaction. No normalising, no matching beyond the id, no log.
public final class RowUpsert {
    private static final int BATCH = 1_000;
    private static final int TRANSACTION = 10 * BATCH;

    private static final String UPSERT =
            """
            insert into contact (tenant_id, id, external_id, phone, email, first_name, last_name, company,
                                 city, postal_code, country, tags)
            values (?, uuidv7(), ?, ?, ?, ?, ?, ?, ?, ?, ?, string_to_array(?, ';'))
            on conflict (tenant_id, external_id) where external_id is not null and deleted_at is null
            do update set phone = excluded.phone, email = excluded.email, first_name = excluded.first_name,
                          last_name = excluded.last_name, company = excluded.company, city = excluded.city,
                          postal_code = excluded.postal_code, country = excluded.country, tags = excluded.tags,
                          updated_at = now()
            """;

    private final Postgres postgres;
    private final SampleFile file;

    public RowUpsert(Postgres postgres, SampleFile file) {
        this.postgres = postgres;
        this.file = file;
    }

    /// In seconds, into empty tables.
    public double run() throws Exception {
        postgres.empty(Postgres.PEERS);
        try (Connection connection = postgres.connect(Postgres.PEERS);
                PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            connection.setAutoCommit(false);
            return Times.of(() -> upsertAll(connection, upsert));
        }
    }

    private void upsertAll(Connection connection, PreparedStatement upsert)
            throws SQLException, IOException {
        UUID tenant = UUID.randomUUID();
        long rows = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file.path())) {
            for (CsvRecord row : reader) {
                if (row.getStartingLineNumber() == 1) {
                    continue;
                }
                upsert.setObject(1, tenant);
                for (int i = 0; i < row.getFieldCount(); i++) {
                    upsert.setString(i + 2, row.getField(i));
                }
                upsert.addBatch();
                rows++;
                if (rows % BATCH == 0) {
                    upsert.executeBatch();
                }
                if (rows % TRANSACTION == 0) {
                    connection.commit();
                }
            }
        }
        upsert.executeBatch();
        connection.commit();
    }
}
