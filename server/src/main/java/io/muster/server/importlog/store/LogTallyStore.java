package io.muster.server.importlog.store;

import io.muster.server.importlog.LogCounts;
import io.muster.server.importlog.LogFilter;
import io.muster.server.importlog.LogSummary;
import io.muster.server.importlog.store.Span.Part;
import io.muster.server.tenants.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts the rows of a range by what was counted ahead; only at its ends delivery by delivery.
@Repository
public class LogTallyStore {
    private static final String SUMMED =
            """
            select code, field, sum(success_rows)::bigint, sum(warning_rows)::bigint, sum(failure_rows)::bigint
              from (%s) as part
             group by code, field
            """;

    private static final String AHEAD =
            """
            select code, field, success_rows, warning_rows, failure_rows from log_tally
             where tenant_id = ? and span = '%s' and begins_at >= ? and begins_at < ?
               and (?::text is null or source = ?)
            """;

    private static final String BY_DELIVERY =
            """
            select code, field, success_rows, warning_rows, failure_rows from delivery_reason
             where tenant_id = ? and received_at >= ? and received_at < ?
               and (?::text is null or source = ?)
            """;

    // From one source to the next, however many days there are.
    private static final String SOURCES =
            """
            with recursive known (source) as (
                (select source from delivery where tenant_id = :tenant and kind = 'import' order by source limit 1)
                union all
                select (select d.source from delivery d
                         where d.tenant_id = :tenant and d.kind = 'import' and d.source > known.source
                         order by d.source limit 1)
                  from known where known.source is not null)
            select source from known where source is not null
            """;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    LogTallyStore(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    /// A line of the counts.
    record Line(String code, String field, LogCounts counts) {}

    /// Whom the rows are about is not asked.
    public LogSummary of(TenantId tenant, LogFilter filter) {
        List<Part> parts = Span.parts(filter.range());
        if (parts.isEmpty()) {
            return Lines.summary(filter, List.of());
        }
        List<@Nullable Object> arguments = new ArrayList<>();
        for (Part part : parts) {
            arguments.add(tenant.value());
            arguments.add(Moments.of(part.from()));
            arguments.add(Moments.of(part.to()));
            arguments.add(filter.source());
            arguments.add(filter.source());
        }
        String sql =
                SUMMED.formatted(
                        parts.stream()
                                .map(LogTallyStore::select)
                                .collect(Collectors.joining("union all\n")));
        return Lines.summary(
                filter,
                template.query(
                        sql,
                        (row, i) ->
                                new Line(
                                        row.getString(1),
                                        row.getString(2),
                                        new LogCounts(
                                                row.getLong(3), row.getLong(4), row.getLong(5))),
                        arguments.toArray()));
    }

    private static String select(Part part) {
        return part.span() == Span.DELIVERY ? BY_DELIVERY : AHEAD.formatted(part.span().text());
    }

    /// By name.
    public List<String> sources(TenantId tenant) {
        return jdbc.sql(SOURCES)
                .param("tenant", tenant.value())
                .query((row, i) -> row.getString(1))
                .list();
    }
}
