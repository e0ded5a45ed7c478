package io.muster.server.platform;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/// A thread of background work. Its database connections come from the workers' own pool, so that
/// pages never wait for imports.
public final class WorkerThread extends Thread {
    private WorkerThread(Runnable work, String name) {
        super(work, name);
        setDaemon(true);
    }

    /// @param name of the group; its threads are numbered
    public static ThreadFactory factory(String name) {
        AtomicInteger count = new AtomicInteger();
        return work -> new WorkerThread(work, name + "-" + count.incrementAndGet());
    }
}
