package io.muster.server.imports.run;

import io.muster.server.imports.Import;
import io.muster.server.imports.RowCounts;
import io.muster.server.imports.store.AttemptStore;
import io.muster.server.imports.store.Delivery;
import io.muster.server.imports.store.ReplacedRows;
import io.muster.server.imports.store.RunStore;
import io.muster.server.tenants.TenantId;
import java.util.List;

/// A later attempt: its outcomes take the place of earlier ones.
record RetryCourse(
        TenantId tenant, Import run, RunStore runs, AttemptStore attempts, ReplacedRows replaced)
        implements Course {

    @Override
    public long begin() {
        return run.attempt().cursor();
    }

    @Override
    public boolean advance(long after, DecidedBatch batch) {
        Delivery delivery = batch.delivery();
        List<Long> numbers = batch.rows().stream().map(row -> row.source().number()).toList();
        RowCounts former = replaced.replace(tenant, run.id(), run.attempt().number(), numbers);
        return attempts.advance(
                        tenant,
                        run.id(),
                        run.epoch(),
                        after,
                        delivery.lastRow(),
                        delivery.counts(),
                        former)
                .orElseThrow(this::notMoved);
    }

    @Override
    public void settle(long last) {
        if (!attempts.settle(tenant, run.id(), run.epoch(), last)) {
            throw notMoved();
        }
    }

    @Override
    public boolean postProcess() {
        return attempts.postProcess(tenant, run.id(), run.epoch());
    }

    private RuntimeException notMoved() {
        return Course.notMoved(runs.holds(tenant, run.id(), run.epoch()));
    }
}
