package io.muster.server.imports.run;

import io.muster.server.platform.WorkerThread;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// The threads that all imports and reviews of this node share: as many as there are processors for
/// the rules of the fields, and as many as are wanted for what waits for the database or the disk.
@Component
public class EngineThreads implements DisposableBean {
    private final ExecutorService mappers =
            Executors.newFixedThreadPool(
                    Runtime.getRuntime().availableProcessors(),
                    WorkerThread.factory("muster-mapper"));
    private final ExecutorService deciders =
            Executors.newCachedThreadPool(WorkerThread.factory("muster-decider"));

    /// For work that only takes time on a processor.
    public ExecutorService mappers() {
        return mappers;
    }

    /// For work that also waits for the database.
    public ExecutorService deciders() {
        return deciders;
    }

    /// Runs something that nobody waits for, such as a count of a file's rows.
    public void aside(Runnable work) {
        deciders.execute(work);
    }

    @Override
    public void destroy() {
        mappers.shutdownNow();
        deciders.shutdownNow();
    }
}
