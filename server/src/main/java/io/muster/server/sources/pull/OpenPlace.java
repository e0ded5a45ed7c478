package io.muster.server.sources.pull;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// A place that is open: its files can be listed, read and renamed.
interface OpenPlace extends AutoCloseable {
    /// More are not looked at.
    int MOST_FILES = 10_000;

    /// The files directly in the folder, in no order.
    List<RemoteFile> list() throws PullFailedException;

    /// Whether files are there as a whole or not at all.
    default boolean isWhole() {
        return false;
    }

    InputStream read(RemoteFile file) throws PullFailedException, IOException;

    /// @param path from the folder in which the file is; folders on it are made
    void rename(RemoteFile file, String path) throws PullFailedException;

    @Override
    void close();
}
