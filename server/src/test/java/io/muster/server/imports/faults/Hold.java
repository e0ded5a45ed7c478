package io.muster.server.imports.faults;

import io.muster.server.platform.AdvisoryLock;
import io.muster.server.tenants.TenantId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// A lock in the hands of the test: whoever comes for it is held fast at a known place until it is
/// closed.
final class Hold implements AutoCloseable {
    private static final String LOCK = "select pg_advisory_lock(hashtextextended(:name, :kind))";
    private static final int ROW = 1000;

    private static final String STOP_AT_ROW =
            """
            create function %1$s() returns trigger language plpgsql as $$
            begin
                perform pg_advisory_xact_lock(hashtextextended(new.id::text, %2$d));
                return new;
            end $$;
            create trigger %1$s before update on import for each row
              when (new.id = '%3$s' and old.cursor_row < %4$d and new.cursor_row >= %4$d) execute function %1$s()
            """;

    // Whoever waits for one that waits is caught too.
    private static final String CAUGHT =
            """
            with recursive caught (session) as (
                select pid from pg_stat_activity where :session = any (pg_blocking_pids(pid))
                union
                select pid from pg_stat_activity join caught on session = any (pg_blocking_pids(pid)))
            select count(*) from caught
            """;

    private static final String CUT_OFF =
            """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
             where :session = any (pg_blocking_pids(pid))
            """;

    private static final String STOP_AT_UNDONE =
            """
            create function %1$s() returns trigger language plpgsql as $$
            begin
                perform pg_advisory_xact_lock(hashtextextended(new.import_id::text, %2$d));
                return new;
            end $$;
            create trigger %1$s before update on undo for each row
              when (new.import_id = '%4$s'
                    and old.removed_rows + old.restored_rows < %3$d and new.removed_rows + new.restored_rows >= %3$d)
              execute function %1$s()
            """;

    private static final String STOP_AT_EXPORTED =
            """
            create function %1$s() returns trigger language plpgsql as $$
            begin
                perform pg_advisory_xact_lock(hashtextextended(new.tenant_id::text, %2$d));
                return new;
            end $$;
            create trigger %1$s before update on export for each row
              when (new.tenant_id = '%4$s' and old.written_rows < %3$d and new.written_rows >= %3$d)
              execute function %1$s()
            """;

    private final Installation installation;
    private final SingleConnectionDataSource holder;
    private final int session;

    private Hold(Installation installation, String name, long kind) {
        this.installation = installation;
        this.holder = Installation.connection(installation.superuser());
        JdbcClient held = JdbcClient.create(holder);
        held.sql(LOCK).param("name", name).param("kind", kind).query((row, i) -> 0).list();
        this.session = held.sql("select pg_backend_pid()").query(Integer.class).single();
    }

    /// No batch of the tenant can begin to be written.
    static Hold beforeWriting(Installation installation, TenantId tenant) {
        return new Hold(installation, tenant.toString(), AdvisoryLock.CONTACTS.number());
    }

    /// The batch that holds a row of the import can be written, but not commit.
    static Hold beforeCommit(Installation installation, UUID importId, long row) {
        long kind = ROW + row;
        String trigger = "stop_%s_%d".formatted(importId.toString().replace("-", ""), row);
        installation.database().sql(STOP_AT_ROW.formatted(trigger, kind, importId, row)).update();
        return new Hold(installation, importId.toString(), kind);
    }

    /// The batch with which so many rows of the import are undone can be written, but not commit.
    static Hold beforeUndone(Installation installation, UUID importId, long rows) {
        long kind = ROW + rows;
        String trigger = "stop_undo_%s_%d".formatted(importId.toString().replace("-", ""), rows);
        installation
                .database()
                .sql(STOP_AT_UNDONE.formatted(trigger, kind, rows, importId))
                .update();
        return new Hold(installation, importId.toString(), kind);
    }

    /// No export of the tenant gets as far as so many rows.
    static Hold beforeExported(Installation installation, TenantId tenant, long rows) {
        long kind = ROW + rows;
        String trigger = "stop_export_" + tenant.toString().replace("-", "");
        installation
                .database()
                .sql(STOP_AT_EXPORTED.formatted(trigger, kind, rows, tenant))
                .update();
        return new Hold(installation, tenant.toString(), kind);
    }

    /// No import of the tenant can begin or end.
    static Hold beforeEnd(Installation installation, TenantId tenant) {
        return new Hold(installation, tenant.toString(), AdvisoryLock.IMPORT_QUEUE.number());
    }

    /// Waits until somebody stands before the lock.
    void awaitCaught() {
        awaitCaught(1);
    }

    /// Waits until so many stand before the lock, or before one that does.
    void awaitCaught(long sessions) {
        Installation.patiently().until(() -> ask(CAUGHT), caught -> caught >= sessions);
    }

    /// Breaks the connections of whoever stands before the lock.
    void cutOff() {
        ask(CUT_OFF);
    }

    private long ask(String question) {
        return installation
                .database()
                .sql(question)
                .param("session", session)
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        holder.destroy();
    }
}
