package io.muster.server.imports.faults;

import io.muster.server.MusterApplication;
import io.muster.server.TestDatabase;
import io.muster.server.TestTenants;
import io.muster.server.platform.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server in a JVM of its own, which can be frozen and killed.
final class Node implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final String STARTED = "Started MusterApplication";
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private final Process process;
    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final CompletableFuture<Void> started = new CompletableFuture<>();

    private Node(Process process) {
        this.process = process;
        Thread.ofPlatform().daemon().name("node-" + process.pid()).start(this::read);
    }

    /// Begins to start a node.
    ///
    /// @param files where it keeps files; nodes of one database share it
    /// @param settings further environment
    static Node launch(DatabaseAddress database, Path files, Map<String, String> settings)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-Xmx512m",
                                // It lives for seconds.
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Duser.timezone=UTC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                MusterApplication.class.getName())
                        .redirectErrorStream(true);
        builder.environment().putAll(TestDatabase.nodeEnvironment(database, files));
        builder.environment()
                .putAll(
                        Map.of(
                                "SERVER_PORT", "0",
                                "MUSTER_IMPORT_HEARTBEAT", "1s",
                                "MUSTER_OPERATOR_KEY", TestTenants.OPERATOR_KEY));
        builder.environment().putAll(settings);
        return new Node(builder.start());
    }

    /// Waits until it serves.
    Node ready() {
        try {
            started.get(LONGEST_START.toMillis(), TimeUnit.MILLISECONDS);
            return this;
        } catch (Exception e) {
            throw new IllegalStateException(
                    "The node did not start:\n" + String.join("\n", log), e);
        }
    }

    String url(String path) {
        return "http://127.0.0.1:" + port.join() + path;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// What it has logged so far.
    List<String> log() {
        return List.copyOf(log);
    }

    /// Ends it at once, as the kernel does when memory runs out.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    private void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    }

    private void read() {
        try (var lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.add(line);
                Matcher found = PORT.matcher(line);
                if (found.find()) {
                    port.complete(Integer.parseInt(found.group(1)));
                }
                if (line.contains(STARTED)) {
                    started.complete(null);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            started.completeExceptionally(new IllegalStateException("The node has ended"));
        }
    }
}
