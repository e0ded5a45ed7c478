package io.muster.engine.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where the bytes of a file come from; it may be opened many times.
public interface FileSource {

    /// A new stream from the first byte on; the caller closes it.
    InputStream open() throws IOException;

    /// In bytes.
    long size() throws IOException;

    /// Where the file lies on this machine, if it does: workbooks are read in no particular order.
    default Optional<Path> path() {
        return Optional.empty();
    }

    static FileSource of(byte[] bytes) {
        return new FileSource() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public long size() {
                return bytes.length;
            }
        };
    }

    static FileSource of(Path path) {
        return new FileSource() {
            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(path);
            }

            @Override
            public long size() throws IOException {
                return Files.size(path);
            }

            @Override
            public Optional<Path> path() {
                return Optional.of(path);
            }
        };
    }
}
