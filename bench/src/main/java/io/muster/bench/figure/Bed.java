package io.muster.bench.figure;

import io.muster.bench.Options;
import io.muster.bench.file.SampleFile;
import io.muster.bench.file.SampleFile.Edition;
import io.muster.bench.server.MusterServer;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/// What a figure is measured on: the files, and a folder for the server's data.
public record Bed(Options options) {

    SampleFile large(Edition edition) throws IOException {
        return SampleFile.in(options.work(), options.rows(), edition);
    }

    SampleFile small() throws IOException {
        return SampleFile.in(options.work(), options.smallRows(), Edition.ORIGINAL);
    }

    Path folder(String name) {
        return options.work().resolve(name);
    }

    /// A server without any data.
    MusterServer freshServer(String name) throws IOException, InterruptedException {
        Path data = folder(name);
        FileSystemUtils.deleteRecursively(data);
        return MusterServer.start(data);
    }

    static void say(String what) {
        System.err.println("bench: " + what);
    }
}
