package io.muster.server.contacts.store;

import io.muster.server.contacts.Contact;
import io.muster.server.contacts.filter.ContactFilter;
import io.muster.server.tenants.TenantId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads those contacts from the table `contact` that filters mean; call it in a transaction of the
/// tenant.
@Repository
public class FilteredStore {
    private static final int FETCH = 1_000;

    /// So many filters are counted in one pass over the contacts.
    private static final int AT_ONCE = 20;

    private static final String LIVING =
            """
            from contact
            where tenant_id = :tenant and deleted_at is null
            """;

    private static final String ONE = "select count(*) as c0\n" + LIVING + "and %s";

    private static final String SEVERAL = "select %s\n" + LIVING;

    private static final String STREAM = "select *\n" + LIVING + "and %s order by id";

    // Whatever is no number in a field of numbers does not count.
    private static final String DECIMALS =
            "coalesce(bool_or(jsonb_typeof(custom -> :k%1$d::text) = 'number' and strpos(custom ->> :k%1$d::text, '.') > 0), false)";

    private final JdbcClient jdbc;
    private final ContactRow row;

    FilteredStore(JdbcClient jdbc, ContactRow row) {
        this.jdbc = jdbc;
        this.row = row;
    }

    /// How many contacts each filter means.
    public List<Long> count(TenantId tenant, List<ContactFilter> filters) {
        List<Long> counts = new ArrayList<>();
        for (int from = 0; from < filters.size(); from += AT_ONCE) {
            counts.addAll(
                    countAtOnce(
                            tenant,
                            filters.subList(from, Math.min(filters.size(), from + AT_ONCE))));
        }
        return counts;
    }

    private List<Long> countAtOnce(TenantId tenant, List<ContactFilter> filters) {
        FilterSql sql = new FilterSql();
        List<String> conditions = filters.stream().map(sql::condition).toList();
        // One alone may go by an index.
        String query =
                conditions.size() == 1
                        ? ONE.formatted(conditions.getFirst())
                        : SEVERAL.formatted(
                                IntStream.range(0, conditions.size())
                                        .mapToObj(i ->
                                                "count(*) filter (where %s) as c%d"
                                                        .formatted(conditions.get(i), i))
                                        .collect(Collectors.joining(", ")));
        return jdbc.sql(query)
                .param("tenant", tenant.value())
                .params(sql.parameters())
                .query((found, number) -> {
                    List<Long> counts = new ArrayList<>();
                    for (int i = 0; i < filters.size(); i++) {
                        counts.add(found.getLong("c" + i));
                    }
                    return counts;
                })
                .single();
    }

    /// Those of the keys under which some contact has a number with decimals.
    public Set<String> withDecimals(TenantId tenant, List<String> keys) {
        String each =
                IntStream.range(0, keys.size())
                        .mapToObj(DECIMALS::formatted)
                        .collect(Collectors.joining(", "));
        var statement = jdbc.sql(SEVERAL.formatted(each)).param("tenant", tenant.value());
        for (int i = 0; i < keys.size(); i++) {
            statement = statement.param("k" + i, keys.get(i));
        }
        return statement
                .query((found, number) -> {
                    Set<String> with = new HashSet<>();
                    for (int i = 0; i < keys.size(); i++) {
                        if (found.getBoolean(i + 1)) {
                            with.add(keys.get(i));
                        }
                    }
                    return with;
                })
                .single();
    }

    /// All of them, the oldest first; whoever reads the stream closes it.
    public Stream<Contact> stream(TenantId tenant, ContactFilter filter) {
        FilterSql sql = new FilterSql();
        return jdbc
                .sql(STREAM.formatted(sql.condition(filter)))
                .withFetchSize(FETCH)
                .param("tenant", tenant.value())
                .params(sql.parameters())
                .query(row)
                .stream();
    }
}
