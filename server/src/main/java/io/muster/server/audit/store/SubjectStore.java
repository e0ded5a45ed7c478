package io.muster.server.audit.store;

import static java.util.Map.entry;

import io.muster.server.audit.Subject;
import io.muster.server.audit.SubjectKind;
import io.muster.server.tenants.TenantId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads what things are called from where they are kept, whichever feature's they are, so that no
/// feature has to think of the trail. Call it in a transaction of the tenant.
///
/// Kinds that are missing here have no name, or one that is data of a contact.
@Repository
public class SubjectStore {
    private static final String NAME =
            """
            select %2$s from %1$s thing where tenant_id = :tenant and %3$s = :id
            """;

    // A row's xmin is the transaction that wrote it: among the newest, the one that this one made.
    private static final String MADE =
            """
            select id, name
            from (select %3$s::text as id, %2$s as name, xmin as made
                    from %1$s thing where tenant_id = :tenant
                   order by %4$s desc limit 20) newest
            where made = pg_current_xact_id_if_assigned()::xid
            limit 1
            """;

    private static final String MEMBERS =
            """
            (select member.tenant_id, member.account_id as id, member.created_at,
                    account.name || ' (' || account.email || ')' as name, member.xmin as xmin
               from member join account on account.id = member.account_id)
            """;

    private static final String IMPORT_NAME = "'#' || number || ' ' || file_name";

    private static final String EXPORT_NAME = "coalesce(segment_name, upper(format))";

    private static final Map<SubjectKind, Naming> NAMINGS =
            Map.ofEntries(
                    entry(SubjectKind.TENANT, new Naming("tenant", "name", "tenant_id")),
                    entry(SubjectKind.MEMBER, new Naming(MEMBERS, "name", "id")),
                    entry(SubjectKind.INVITATION, new Naming("invitation", "email", "id")),
                    entry(SubjectKind.API_KEY, new Naming("api_key", "name", "id")),
                    entry(
                            SubjectKind.IMPORT,
                            new Naming("import", IMPORT_NAME, "id").newestBy("number")),
                    entry(SubjectKind.SAVED_MAPPING, new Naming("saved_mapping", "name", "id")),
                    entry(SubjectKind.SEGMENT, new Naming("segment", "name", "id")),
                    entry(SubjectKind.CAMPAIGN, new Naming("campaign", "name", "id")),
                    entry(SubjectKind.EXPORT, new Naming("export", EXPORT_NAME, "id")),
                    entry(SubjectKind.FIELD, new Naming("custom_field", "label", "key")),
                    entry(SubjectKind.TEAM, new Naming("team", "name", "id")),
                    entry(SubjectKind.SOURCE, new Naming("source", "name", "key")),
                    entry(SubjectKind.WEBHOOK, new Naming("webhook", "name", "id")));

    private final JdbcClient jdbc;

    SubjectStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Where a kind's names stand.
    ///
    /// @param id what it is named by in addresses
    /// @param newest by what its rows are sorted in the order in which they were made
    private record Naming(String table, String name, String id, String newest) {

        Naming(String table, String name, String id) {
            this(table, name, id, "created_at");
        }

        Naming newestBy(String column) {
            return new Naming(table, name, id, column);
        }

        /// What an address names it by, in the type of the column; empty if it cannot be.
        Optional<Object> key(String text) {
            if (id.equals("key")) {
                return Optional.of(text);
            }
            try {
                return Optional.of(UUID.fromString(text));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        String sql(String template) {
            return template.formatted(table, name, id, newest);
        }
    }

    /// A thing that there is, with its name if it has one.
    public Subject named(TenantId tenant, SubjectKind kind, String id) {
        Naming naming = NAMINGS.get(kind);
        String name =
                naming == null
                        ? null
                        : naming.key(id).flatMap(key -> name(tenant, naming, key)).orElse(null);
        return new Subject(kind, id, name);
    }

    private Optional<String> name(TenantId tenant, Naming naming, Object key) {
        return jdbc.sql(naming.sql(NAME))
                .param("tenant", tenant.value())
                .param("id", key)
                .query(String.class)
                .optional();
    }

    /// What the open transaction has made of this kind.
    public Optional<Subject> made(TenantId tenant, SubjectKind kind) {
        Naming naming = NAMINGS.get(kind);
        return naming == null
                ? Optional.empty()
                : jdbc.sql(naming.sql(MADE))
                        .param("tenant", tenant.value())
                        .query((row, number) ->
                                new Subject(kind, row.getString("id"), row.getString("name")))
                        .optional();
    }
}
