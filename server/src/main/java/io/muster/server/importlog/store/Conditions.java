package io.muster.server.importlog.store;

import io.muster.server.importlog.LogFilter;
import io.muster.server.importlog.LogReason;
import io.muster.server.importlog.LogResult;
import io.muster.server.platform.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A filter in SQL. What is no value stands in the text, so that the planner sees which index
/// serves it.
final class Conditions {
    private static final String REASON_ROWS =
            "coalesce((select sum(%s) from delivery_reason r where r.tenant_id = d.tenant_id"
                    + " and r.delivery_id = d.id and r.code = ? and r.field = ?), 0)";

    private Conditions() {}

    /// A condition and its arguments.
    record Condition(String sql, List<Object> arguments) {}

    /// Which deliveries of `d` may hold a wanted row.
    static Condition ofDeliveries(LogFilter filter) {
        var sql =
                new StringBuilder(
                        "d.tenant_id = ? and d.kind = 'import' and d.received_at >= ? and d.received_at < ?");
        List<Object> arguments = new ArrayList<>();
        arguments.add(Moments.of(filter.range().from()));
        arguments.add(Moments.of(filter.range().to()));
        if (filter.source() != null) {
            sql.append(" and d.source = ?");
            arguments.add(filter.source());
        }
        Condition rows = rows(filter);
        if (filter.reason() != null) {
            sql.append(" and d.issues @> ?::jsonb");
            arguments.add(remark(filter.reason()));
        }
        sql.append(" and ").append(rows.sql()).append(" > 0");
        arguments.addAll(rows.arguments());
        if (isRemarked(filter)) {
            sql.append(" and d.issues <> '[]'");
        }
        return new Condition(sql.toString(), arguments);
    }

    /// How many rows of `d` are wanted.
    static Condition rows(LogFilter filter) {
        LogReason reason = filter.reason();
        if (reason == null) {
            return new Condition(rows(filter.result()), List.of());
        }
        String counted =
                switch (filter.result()) {
                    case null -> "r.success_rows + r.warning_rows + r.failure_rows";
                    case SUCCESS -> "r.success_rows";
                    case WARNING -> "r.warning_rows";
                    case FAILURE -> "r.failure_rows";
                };
        return new Condition(
                REASON_ROWS.formatted(counted),
                List.of(reason.code().name(), Objects.requireNonNullElse(reason.field(), "")));
    }

    private static String rows(@Nullable LogResult result) {
        return switch (result) {
            case null ->
                    "(d.created_rows + d.updated_rows + d.unchanged_rows + d.skipped_rows + d.failed_rows)";
            case SUCCESS -> "(d.created_rows + d.updated_rows + d.unchanged_rows - d.warning_rows)";
            case WARNING -> "(d.skipped_rows + d.warning_rows)";
            case FAILURE -> "d.failed_rows";
        };
    }

    /// Which rows of `l` are wanted.
    static Condition ofRows(LogFilter filter) {
        var sql = new StringBuilder("true");
        List<Object> arguments = new ArrayList<>();
        if (filter.result() != null) {
            sql.append(" and l.result = '").append(filter.result().text()).append('\'');
        }
        if (isRemarked(filter)) {
            sql.append(" and l.result <> 'success'");
        }
        if (filter.reason() != null) {
            sql.append(" and l.info @> ?::jsonb");
            arguments.add(remark(filter.reason()));
        }
        return new Condition(sql.toString(), arguments);
    }

    private static boolean isRemarked(LogFilter filter) {
        return filter.reason() != null
                || filter.result() == LogResult.WARNING
                || filter.result() == LogResult.FAILURE;
    }

    private static String remark(LogReason reason) {
        Map<String, @Nullable String> remark = new HashMap<>();
        remark.put("code", reason.code().name());
        remark.put("field", reason.field());
        return Json.write(List.of(remark));
    }
}
