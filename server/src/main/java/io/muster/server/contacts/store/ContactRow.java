package io.muster.server.contacts.store;

import io.muster.server.contacts.Contact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads a contact from its row.
@Component
final class ContactRow implements RowMapper<Contact> {
    private static final TypeReference<Map<String, Object>> CUSTOM = new TypeReference<>() {};

    private final JsonMapper json;

    ContactRow(JsonMapper json) {
        this.json = json;
    }

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
                null,
                row.getBoolean("do_not_contact"),
                json.readValue(row.getString("custom"), CUSTOM),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
