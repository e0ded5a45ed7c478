package io.muster.bench.server;

import io.muster.bench.database.Postgres;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A server as `./muster start` runs it, in a process of its own with `-Xmx512m`.
public final class MusterServer implements AutoCloseable {
    public static final String HEAP = "-Xmx512m";
    private static final String COLLECTOR = "-XX:+UseParallelGC";
    private static final String KEY = "bench-key-of-the-first-tenant-0123456789";
    private static final String EMAIL = "bench@example.com";
    private static final String PASSWORD = "bench-password-0123";
    private static final String OPERATOR_KEY = "bench-key-of-the-operator-0123456789";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Path data;
    private final Process process;
    private final URI address;
    private final Path gcLog;
    private final double startSeconds;

    private MusterServer(Path data, Process process, URI address, Path gcLog, double startSeconds) {
        this.data = data;
        this.process = process;
        this.address = address;
        this.gcLog = gcLog;
        this.startSeconds = startSeconds;
    }

    /// Starts a server on a data folder, which is made if there is none, and waits for its first
    /// page.
    public static MusterServer start(Path data) throws IOException, InterruptedException {
        Files.createDirectories(data);
        int port = freePort();
        Path gcLog = data.resolveSibling(data.getFileName() + "-gc.log");
        File log = data.resolveSibling(data.getFileName() + "-server.log").toFile();
        ProcessBuilder builder = new ProcessBuilder(List.of("./muster", "start"));
        List<String> options = new ArrayList<>(List.of(HEAP, COLLECTOR, "-Xlog:gc:file=" + gcLog));
        String more = System.getenv("MUSTER_BENCH_JAVA_OPTS");
        if (more != null) {
            options.add(more);
        }
        builder.environment()
                .putAll(
                        Map.of(
                                "MUSTER_JAVA_OPTS",
                                String.join(" ", options),
                                "MUSTER_DATA_DIR",
                                data.toString(),
                                "SERVER_PORT",
                                Integer.toString(port),
                                "MUSTER_BOOTSTRAP_API_KEY",
                                KEY,
                                "MUSTER_BOOTSTRAP_ADMIN_EMAIL",
                                EMAIL,
                                "MUSTER_BOOTSTRAP_ADMIN_PASSWORD",
                                PASSWORD,
                                "MUSTER_OPERATOR_KEY",
                                OPERATOR_KEY));
        builder.environment().remove("MUSTER_DATABASE_URL");
        long begun = System.nanoTime();
        Process process =
                builder.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                        .start();
        URI address = URI.create("http://localhost:" + port);
        Api api = new Api(address, "");
        long end = begun + PATIENCE.toNanos();
        while (!api.answers("/sign-in")) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroy();
                throw new IllegalStateException("The server did not start; see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new MusterServer(data, process, address, gcLog, seconds);
    }

    /// From the command to the first page.
    public double startSeconds() {
        return startSeconds;
    }

    /// As the first tenant.
    public Api api() {
        return new Api(address, KEY);
    }

    /// As the first tenant's admin.
    public Visitor visitor() throws IOException, InterruptedException {
        return new Visitor(address, EMAIL, PASSWORD);
    }

    /// As a new tenant.
    public Api newTenant(String name) throws IOException, InterruptedException {
        return new Api(address, new Api(address, OPERATOR_KEY).createTenant(name));
    }

    public ServerMemory memory() {
        return new ServerMemory(process.pid(), gcLog);
    }

    public long pid() {
        return process.pid();
    }

    public Postgres postgres() throws IOException {
        return Postgres.of(data);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
