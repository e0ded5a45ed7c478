package io.muster.server.platform.postgres;

import java.io.IOException;
import java.nio.file.Path;

/// A program of its own that keeps a PostgreSQL until it is killed.
final class KeeperProcess {
    static final String READY = "ready";

    private KeeperProcess() {}

    /// Starts it on a folder and returns once a row is committed there.
    static Process start(Path dataFolder) throws IOException {
        var process =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                KeeperProcess.class.getName(),
                                dataFolder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var lines = process.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals(READY)) {
                return process;
            }
        }
        throw new IOException("The keeper did not start");
    }

    public static void main(String[] args) throws Exception {
        var keeper = EmbeddedPostgres.start(EmbeddedPostgresTest.settings(Path.of(args[0])));
        EmbeddedPostgresTest.execute(keeper, "create table kept (value text)");
        EmbeddedPostgresTest.execute(keeper, "insert into kept values ('committed')");
        System.out.println(READY);
        Thread.currentThread().join();
    }
}
