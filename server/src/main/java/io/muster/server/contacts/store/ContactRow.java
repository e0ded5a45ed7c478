package io.muster.server.contacts.store;

import io.muster.server.contacts.Contact;
import io.muster.server.platform.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/// Reads a contact from its row.
@Component
final class ContactRow implements RowMapper<Contact> {
    @Override
    public Contact mapRow(ResultSet row, int number) throws SQLException {
        return new Contact(
                row.getObject("id", UUID.class),
                row.getString("external_id"),
                row.getString("phone"),
                row.getString("email"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("company"),
                row.getString("timezone"),
                List.of((String[]) row.getArray("tags").getArray()),
                row.getString("street"),
                row.getString("city"),
                row.getString("region"),
                row.getString("postal_code"),
                row.getString("country"),
                row.getString("owner"),
                row.getString("team"),
                row.getBoolean("do_not_contact"),
                row.getObject("consent_email", Boolean.class),
                row.getObject("consent_sms", Boolean.class),
                row.getObject("consent_call", Boolean.class),
                Json.readMap(row.getString("custom")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
