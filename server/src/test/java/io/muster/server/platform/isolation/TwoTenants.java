package io.muster.server.platform.isolation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One row of each of two tenants in every table, whatever tables there are.
final class TwoTenants {
    static final UUID ONE = UUID.fromString("00000000-0000-7000-8000-000000000001");
    static final UUID OTHER = UUID.fromString("00000000-0000-7000-8000-000000000002");

    private static final String COLUMNS =
            """
            select column_name, data_type from information_schema.columns
            where table_schema = 'public' and table_name = :table
              and is_nullable = 'NO' and column_default is null
            """;

    /// Where the first value of a type will not do.
    private static final Map<String, String> PARTICULAR =
            Map.ofEntries(
                    Map.entry("audit_entry.actor_kind", "'member'"),
                    Map.entry("consent_record.consent", "'consent_email'"),
                    Map.entry("contact_alias.kind", "'phone'"),
                    Map.entry("digest.rhythm", "'daily'"),
                    Map.entry("error_file.format", "'csv'"),
                    Map.entry("export.format", "'csv'"),
                    Map.entry("import_attempt.status", "'completed'"),
                    Map.entry("invitation.role", "'viewer'"),
                    Map.entry("log_tally.span", "'minute'"),
                    Map.entry("member.role", "'viewer'"),
                    Map.entry("pull.afterwards", "'leave'"),
                    Map.entry("repair_step.kind", "'edit'"),
                    Map.entry("source_event.kind", "'event'"),
                    Map.entry("review.state", "'queued'"),
                    Map.entry("suppression.kind", "'phone'"),
                    Map.entry("undo.status_before", "'completed'"));

    /// As SQL, by type; ids are the tenant's own, so that every row can be told from the other's.
    private static final Map<String, String> BY_TYPE =
            Map.of(
                    "text", "'x'",
                    "bytea", "'\\x00'",
                    "jsonb", "'{}'",
                    "bigint", "1",
                    "integer", "1",
                    "boolean", "false",
                    "timestamp with time zone", "now()",
                    "ARRAY", "'{}'");

    private static final String DEFAULT_PARTITION = "log_row_default";
    private static final Pattern MONTH_PARTITION = Pattern.compile("log_row_(\\d{4}_\\d{2})");

    private TwoTenants() {}

    /// @param superuser who may look over the walls, and skip the foreign keys
    static void settle(JdbcClient superuser, List<String> tables) {
        superuser.sql("set session_replication_role = replica").update();
        for (String table : tables) {
            if (table.equals(DEFAULT_PARTITION)) {
                // Has got its rows through the table it is a part of.
                continue;
            }
            superuser.sql(insert(superuser, table, ONE)).update();
            superuser.sql(insert(superuser, table, OTHER)).update();
        }
    }

    /// An insert of the least that the table takes, in the name of a tenant.
    static String insert(JdbcClient jdbc, String table, UUID tenant) {
        Map<String, String> values =
                jdbc
                        .sql(COLUMNS)
                        .param("table", table)
                        .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                        .stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, column -> value(table, column, tenant)));
        return "insert into %s (%s) values (%s)"
                .formatted(
                        table,
                        String.join(", ", values.keySet()),
                        String.join(", ", values.values()));
    }

    private static String value(String table, Map.Entry<String, String> column, UUID tenant) {
        String particular = PARTICULAR.get(table + "." + column.getKey());
        if (particular != null) {
            return particular;
        }
        var month = MONTH_PARTITION.matcher(table);
        if (month.matches() && column.getKey().equals("delivery_id")) {
            return "uuid_floor(to_date('" + month.group(1) + "', 'YYYY_MM') + interval '2 days')";
        }
        if (column.getValue().equals("uuid")) {
            return "'" + tenant + "'";
        }
        String value = BY_TYPE.get(column.getValue());
        if (value == null) {
            throw new IllegalStateException("No value for " + table + "." + column);
        }
        return value;
    }
}
