package io.muster.server.files;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/// The bytes of a stored file, which can be read as often as needed.
public interface FileContent {

    /// Size in bytes.
    long size();

    /// A new stream from the first byte; the caller closes it.
    ///
    /// @throws FileStoreException when the file cannot be read
    InputStream open();

    /// Where the file lies on this machine, if the store keeps it there. Only to be read.
    default Optional<Path> path() {
        return Optional.empty();
    }
}
