package io.muster.server;

import io.muster.server.platform.MusterProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The folder in which a server keeps uploaded files, seen from outside.
public record TestFiles(Path folder) {
    public static TestFiles of(MusterProperties properties) {
        return new TestFiles(properties.dataDir().resolve("files"));
    }

    /// How many there are, unfinished ones included.
    public long count() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
