package io.muster.server.imports.run;

import io.muster.server.imports.Import;
import io.muster.server.imports.RowCounts;
import io.muster.server.imports.store.AttemptStore;
import io.muster.server.imports.store.Delivery;
import io.muster.server.imports.store.ReplacedRows;
import io.muster.server.tenants.TenantId;
import java.util.List;

/// A later attempt: its outcomes take the place of earlier ones.
record RetryCourse(TenantId tenant, Import run, AttemptStore attempts, ReplacedRows replaced)
        implements Course {

    @Override
    public boolean advance(DecidedBatch batch) {
        Delivery delivery = batch.delivery();
        List<Long> numbers = batch.rows().stream().map(row -> row.source().number()).toList();
        RowCounts former = replaced.replace(tenant, run.id(), run.attempt().number(), numbers);
        return attempts.advance(
                        tenant,
                        run.id(),
                        run.epoch(),
                        delivery.lastRow(),
                        delivery.counts(),
                        former)
                .orElseThrow(RunLostException::new);
    }

    @Override
    public boolean postProcess() {
        return attempts.postProcess(tenant, run.id(), run.epoch());
    }
}
