package io.muster.server.imports.run;

import io.muster.server.imports.Import;
import io.muster.server.imports.store.Delivery;
import io.muster.server.imports.store.RunStore;
import io.muster.server.tenants.TenantId;

/// The first attempt: row after row of the file.
record FirstCourse(TenantId tenant, Import run, RunStore runs) implements Course {

    @Override
    public long begin() {
        return run.processed();
    }

    @Override
    public boolean advance(long after, DecidedBatch batch) {
        Delivery delivery = batch.delivery();
        return runs.advance(
                        tenant,
                        run.id(),
                        run.epoch(),
                        delivery.firstRow(),
                        delivery.lastRow(),
                        delivery.counts())
                .orElseThrow(this::notMoved);
    }

    @Override
    public void settle(long last) {
        if (!runs.settle(tenant, run.id(), run.epoch(), last)) {
            throw notMoved();
        }
    }

    @Override
    public boolean postProcess() {
        return runs.postProcess(tenant, run.id(), run.epoch());
    }

    private RuntimeException notMoved() {
        return Course.notMoved(runs.holds(tenant, run.id(), run.epoch()));
    }
}
