package io.muster.server.imports.store;

import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import io.muster.server.imports.Effect;
import io.muster.server.imports.IssueCount;
import io.muster.server.imports.RowCounts;
import io.muster.server.platform.Json;
import io.muster.server.tenants.TenantId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/// Marks the outcomes of rows that a later attempt has given new ones, and keeps the counts of
/// their deliveries with it.
@Repository
public class ReplacedRows {
    // Rows are reached one by one through their deliveries; reading the whole log would look cheap.
    private static final List<String> ONE_BY_ONE =
            List.of("enable_seqscan", "enable_hashjoin", "enable_mergejoin");

    private static final String REPLACE =
            """
            with old as materialized (
                select d.id, n.number
                  from unnest(:numbers::bigint[]) as n (number)
                  join delivery d on d.tenant_id = :tenant and d.import_id = :import and d.kind = 'import'
                                 and d.attempt < :attempt and n.number between d.first_row and d.last_row)
            update log_row l set replaced_by = :attempt
              from old
             where l.tenant_id = :tenant and l.delivery_id = old.id and l.row_number = old.number
               and l.replaced_by is null
            returning l.delivery_id, l.action, l.info
            """;

    private static final String COUNTED =
            "select replaced_issues from delivery where tenant_id = :tenant and id = :delivery";

    private static final String COUNT =
            """
            update delivery
               set replaced_failed = replaced_failed + :failed, replaced_skipped = replaced_skipped + :skipped,
                   replaced_issues = :issues::jsonb
             where tenant_id = :tenant and id = :delivery
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    ReplacedRows(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    private record Remark(Code code, @Nullable String field) {}

    /// What became of a row before.
    private record Former(Effect effect, List<Info> info) {}

    /// What a delivery loses.
    private static final class Loss {
        private final Map<Remark, Map<Effect, Long>> remarks = new LinkedHashMap<>();
        private int failed;
        private int skipped;

        private void add(Former row) {
            failed += row.effect() == Effect.FAILS ? 1 : 0;
            skipped += row.effect() == Effect.SKIPS ? 1 : 0;
            // A row counts once for a remark, however often it has it.
            row.info().stream()
                    .map(info -> new Remark(info.code(), info.field()))
                    .distinct()
                    .forEach(remark -> add(remark, row.effect(), 1));
        }

        private void add(IssueCount counted) {
            counted.effects()
                    .forEach((effect, rows) ->
                            add(new Remark(counted.code(), counted.field()), effect, rows));
        }

        private void add(Remark remark, Effect effect, long rows) {
            remarks.computeIfAbsent(remark, any -> new EnumMap<>(Effect.class))
                    .merge(effect, rows, Long::sum);
        }

        private List<IssueCount> issues() {
            return remarks.entrySet().stream()
                    .map(one ->
                            new IssueCount(
                                    one.getKey().code(),
                                    one.getKey().field(),
                                    one.getValue().values().stream()
                                            .mapToLong(Long::longValue)
                                            .sum(),
                                    List.of(),
                                    List.of(),
                                    one.getValue()))
                    .toList();
        }
    }

    /// @param attempt that has given the rows new outcomes
    /// @return what their former outcomes were
    public RowCounts replace(
            TenantId tenant, UUID importId, int attempt, Collection<Long> numbers) {
        ONE_BY_ONE.forEach(setting -> template.execute("set local " + setting + " = off"));
        Map<UUID, Loss> losses = new LinkedHashMap<>();
        jdbc.sql(REPLACE)
                .param("tenant", tenant.value())
                .param("import", importId)
                .param("attempt", attempt)
                .param("numbers", numbers.toArray(Long[]::new))
                .query(row -> {
                    Loss loss =
                            losses.computeIfAbsent(row.getObject(1, UUID.class), any -> new Loss());
                    loss.add(
                            new Former(
                                    row.getString(2).equals("none") ? Effect.FAILS : Effect.SKIPS,
                                    Json.read(row.getString(3), new TypeReference<>() {})));
                });
        losses.forEach((delivery, loss) -> count(tenant, delivery, loss));
        return new RowCounts(
                0,
                0,
                0,
                losses.values().stream().mapToLong(loss -> loss.skipped).sum(),
                losses.values().stream().mapToLong(loss -> loss.failed).sum(),
                0);
    }

    private void count(TenantId tenant, UUID delivery, Loss loss) {
        String counted =
                jdbc.sql(COUNTED)
                        .param("tenant", tenant.value())
                        .param("delivery", delivery)
                        .query(String.class)
                        .single();
        Json.read(counted, new TypeReference<List<IssueCount>>() {}).forEach(loss::add);
        jdbc.sql(COUNT)
                .param("tenant", tenant.value())
                .param("delivery", delivery)
                .param("failed", loss.failed)
                .param("skipped", loss.skipped)
                .param("issues", Json.write(loss.issues()))
                .update();
    }
}
