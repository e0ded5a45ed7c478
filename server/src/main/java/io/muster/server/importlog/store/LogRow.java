package io.muster.server.importlog.store;

import io.muster.server.importlog.LogEntry;
import io.muster.server.importlog.LogPlace;
import io.muster.server.platform.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;

/// Reads a line of the log together with its delivery, its import and its contact.
final class LogRow {
    /// Of `l`, a row of the log.
    static final String OWN =
            """
            l.delivery_id, l.row_number, l.result, l.action, l.matched_on, l.contact_id, l.name, l.phone, l.email,
            l.external_id, l.info, l.payload
            """;

    /// Of `found`, rows with [#OWN] and with what their deliveries say. Whom a row is about stands
    /// in its contact, or else with the row.
    static final String SHOWN =
            """
            select found.*, i.number, i.file_name,
                   coalesce(found.name, nullif(concat_ws(' ', c.first_name, c.last_name), '')) as shown_name,
                   coalesce(found.phone, c.phone) as shown_phone,
                   coalesce(found.email, c.email) as shown_email,
                   coalesce(found.external_id, c.external_id) as shown_external_id
              from (%s) as found
              left join import i on i.tenant_id = ? and i.id = found.import_id
              left join contact c on c.tenant_id = ? and c.id = found.contact_id
             order by found.received_at desc, found.delivery_id desc, found.row_number desc
            """;

    private LogRow() {}

    static LogEntry read(ResultSet row, int index) throws SQLException {
        String info = row.getString("info");
        return new LogEntry(
                new LogPlace(row.getObject("delivery_id", UUID.class), row.getLong("row_number")),
                row.getInt("attempt"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("import_id", UUID.class),
                row.getObject("number", Long.class),
                row.getString("file_name"),
                row.getString("source"),
                row.getString("result"),
                row.getString("action"),
                row.getString("matched_on"),
                row.getObject("contact_id", UUID.class),
                row.getString("shown_name"),
                row.getString("shown_phone"),
                row.getString("shown_email"),
                row.getString("shown_external_id"),
                info == null ? List.of() : Json.read(info, new TypeReference<>() {}),
                row.getString("payload"));
    }
}
