package io.muster.server.imports.store;

import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import io.muster.server.imports.IssueCount;
import io.muster.server.imports.RowFilter;
import io.muster.server.imports.RowSelection;
import io.muster.server.imports.store.RowWalk.Wanted;
import io.muster.server.platform.Json;
import io.muster.server.tenants.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/// Reads the rows of an import from the log, each with its latest outcome, in file order.
@Repository
public class RowStore {
    private static final String HAS_OPEN_STEPS = "select exists (" + RepairStore.OPEN_STEPS + ")";

    // A row that an attempt skipped is taken up again once somebody has worked on it since: on
    // itself, or on all rows
    // with a remark that it has.
    private static final String WORKED_ON =
            """
            (action = 'none' or action = 'skipped' and exists (
                select from (
            """
                    + RepairStore.OPEN_STEPS
                    + """
                        ) s
                         where s.attempt > (select attempt from delivery d where d.tenant_id = :tenant and d.id = log_row.delivery_id)
                           and case when s.fix is null then exists (
                                    select from row_edit e
                                     where e.tenant_id = :tenant and e.import_id = :of and e.row_number = log_row.row_number
                                       and e.step = s.number)
                               else s.fix ->> 'code' is null or log_row.info @> jsonb_build_array(
                                    jsonb_strip_nulls(jsonb_build_object('code', s.fix -> 'code', 'field', s.fix -> 'field')))
                               end))
                    """;

    // Row by row, so that the planner cannot choose to read the whole log.
    private static final String BY_NUMBER =
            """
            select d.attempt, l.*
              from unnest(:numbers::bigint[]) as n (number)
              join delivery d on d.tenant_id = :tenant and d.import_id = :import and d.kind = 'import'
                             and n.number between d.first_row and d.last_row
              cross join lateral (
                   select row_number, result, action, matched_on, contact_id, info, payload, replaced_by
                     from log_row
                    where tenant_id = d.tenant_id and delivery_id = d.id and row_number = n.number
                    limit 1) l
            """;

    private static final String CURRENT = BY_NUMBER + " where l.replaced_by is null";

    private static final String HISTORY = BY_NUMBER + " order by d.attempt";

    private static final String ISSUES =
            """
            select issues, replaced_issues from delivery
             where tenant_id = :tenant and import_id = :import and kind = 'import' and issues <> '[]'
             order by attempt, first_row
            """;

    private final JdbcClient jdbc;

    RowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A row as the log has it.
    ///
    /// @param attempt that its outcome comes from
    /// @param cells the raw cells; null where they must be read from the file
    public record LoggedRow(
            long row,
            int attempt,
            String result,
            String action,
            @Nullable String matchedOn,
            @Nullable UUID contactId,
            List<Info> info,
            @Nullable List<String> cells) {

        public boolean hasFailed() {
            return action.equals("none");
        }

        /// Whether it waits to be repaired or may be taken up in spite of being left out.
        public boolean isOpen() {
            return hasFailed() || action.equals("skipped") && !isAboutErased();
        }

        /// Whether nothing may be kept of it.
        public boolean isAboutErased() {
            return info.stream().anyMatch(one -> one.code() == Code.ERASED);
        }
    }

    /// What was remarked in a delivery.
    ///
    /// @param replaced how much of it later attempts have made out of date
    public record DeliveryIssues(List<IssueCount> issues, List<IssueCount> replaced) {}

    /// Some rows; none only behind the last.
    ///
    /// @param after only rows with a higher number
    /// @param limit fewer come where they are heavy
    public List<LoggedRow> some(
            TenantId tenant, UUID importId, RowSelection selection, long after, int limit) {
        Map<String, Object> values = new HashMap<>();
        String deliveries = deliveryCount(selection.filter()) + " > 0";
        String rows = rowCondition(selection.filter());
        if (selection.issue() != null) {
            values.put("issue", Json.write(List.of(selection.issue())));
            deliveries += " and issues @> :issue::jsonb";
            rows += " and info @> :issue::jsonb";
        }
        return walk(tenant, importId, new Wanted(deliveries, rows, values)).some(after, limit);
    }

    /// As many rows as there are, up to the limit.
    ///
    /// @param after only rows with a higher number
    public List<LoggedRow> list(
            TenantId tenant, UUID importId, RowSelection selection, long after, int limit) {
        List<LoggedRow> rows = new ArrayList<>();
        List<LoggedRow> more = some(tenant, importId, selection, after, limit);
        while (!more.isEmpty()) {
            rows.addAll(more);
            more =
                    rows.size() == limit
                            ? List.of()
                            : some(
                                    tenant,
                                    importId,
                                    selection,
                                    rows.getLast().row(),
                                    limit - rows.size());
        }
        return rows;
    }

    /// Some rows that the next attempt may take up, which are those that failed and skipped ones
    /// that somebody has worked on since; none only behind the last.
    ///
    /// @param after only rows with a higher number
    /// @param limit fewer come where they are heavy
    public List<LoggedRow> retryable(TenantId tenant, UUID importId, long after, int limit) {
        Wanted wanted =
                hasOpenSteps(tenant, importId)
                        ? new Wanted(
                                "failed_rows + skipped_rows - replaced_failed - replaced_skipped > 0",
                                WORKED_ON,
                                Map.of("of", importId))
                        : new Wanted(
                                deliveryCount(RowFilter.FAILED) + " > 0",
                                rowCondition(RowFilter.FAILED),
                                Map.of());
        return walk(tenant, importId, wanted).some(after, limit);
    }

    private boolean hasOpenSteps(TenantId tenant, UUID importId) {
        return jdbc.sql(HAS_OPEN_STEPS)
                .param("tenant", tenant.value())
                .param("of", importId)
                .query(Boolean.class)
                .single();
    }

    /// The rows with these numbers, in no order.
    public List<LoggedRow> byNumber(TenantId tenant, UUID importId, Collection<Long> numbers) {
        return numbered(CURRENT, tenant, importId, numbers);
    }

    /// What became of a row in each attempt that took it up.
    public List<LoggedRow> history(TenantId tenant, UUID importId, long number) {
        return numbered(HISTORY, tenant, importId, List.of(number));
    }

    /// What was remarked in each delivery of an import, in file order.
    public List<DeliveryIssues> issues(TenantId tenant, UUID importId) {
        return jdbc.sql(ISSUES)
                .param("tenant", tenant.value())
                .param("import", importId)
                .query((row, i) ->
                        new DeliveryIssues(issues(row.getString(1)), issues(row.getString(2))))
                .list();
    }

    private static List<IssueCount> issues(String json) {
        return Json.read(json, new TypeReference<>() {});
    }

    private RowWalk walk(TenantId tenant, UUID importId, Wanted wanted) {
        return new RowWalk(jdbc, tenant, importId, wanted);
    }

    private List<LoggedRow> numbered(
            String sql, TenantId tenant, UUID importId, Collection<Long> numbers) {
        return jdbc.sql(sql)
                .param("tenant", tenant.value())
                .param("import", importId)
                .param("numbers", numbers.toArray(Long[]::new))
                .query((row, i) -> RowWalk.read(row, row.getInt("attempt")))
                .list();
    }

    private static String deliveryCount(@Nullable RowFilter filter) {
        return switch (filter) {
            case null -> "1";
            case CREATED -> "created_rows";
            case UPDATED -> "updated_rows";
            case UNCHANGED -> "unchanged_rows";
            case SKIPPED -> "(skipped_rows - replaced_skipped)";
            case FAILED, FAILURE -> "(failed_rows - replaced_failed)";
            case SUCCESS -> "(created_rows + updated_rows + unchanged_rows - warning_rows)";
            case WARNING -> "(skipped_rows - replaced_skipped + warning_rows)";
            case WITH_WARNING -> "warning_rows";
        };
    }

    private static String rowCondition(@Nullable RowFilter filter) {
        return switch (filter) {
            case null -> "true";
            case CREATED, UPDATED, UNCHANGED, SKIPPED -> "action = '" + filter.text() + "'";
            case FAILED -> "action = 'none'";
            case SUCCESS, WARNING, FAILURE -> "result = '" + filter.text() + "'";
            case WITH_WARNING -> "result = 'warning' and action <> 'skipped'";
        };
    }
}
