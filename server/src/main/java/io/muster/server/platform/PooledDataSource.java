package io.muster.server.platform;

import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/// Gives each thread a connection of the pool that it belongs to.
final class PooledDataSource extends AbstractRoutingDataSource {
    private enum Pool {
        WEB,
        WORKER
    }

    PooledDataSource(DataSource web, DataSource worker) {
        setTargetDataSources(Map.of(Pool.WEB, web, Pool.WORKER, worker));
        afterPropertiesSet();
    }

    @Override
    protected Object determineCurrentLookupKey() {
        return Thread.currentThread() instanceof WorkerThread ? Pool.WORKER : Pool.WEB;
    }
}
