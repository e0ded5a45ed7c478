package io.muster.server.files;

import java.io.InputStream;

/// The bytes of a stored file, which can be read as often as needed.
public interface FileContent {

    /// Size in bytes.
    long size();

    /// A new stream from the first byte; the caller closes it.
    ///
    /// @throws FileStoreException when the file cannot be read
    InputStream open();
}
