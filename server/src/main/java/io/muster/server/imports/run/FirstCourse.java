package io.muster.server.imports.run;

import io.muster.server.imports.Import;
import io.muster.server.imports.store.Delivery;
import io.muster.server.imports.store.RunStore;
import io.muster.server.tenants.TenantId;

/// The first attempt: row after row of the file.
record FirstCourse(TenantId tenant, Import run, RunStore runs) implements Course {

    @Override
    public boolean advance(DecidedBatch batch) {
        Delivery delivery = batch.delivery();
        return runs.advance(tenant, run.id(), run.epoch(), delivery.lastRow(), delivery.counts())
                .orElseThrow(RunLostException::new);
    }

    @Override
    public boolean postProcess() {
        return runs.postProcess(tenant, run.id(), run.epoch());
    }
}
