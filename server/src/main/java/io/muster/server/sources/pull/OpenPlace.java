package io.muster.server.sources.pull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.function.Predicate;

/// A place that is open: its files can be listed, read and renamed.
interface OpenPlace extends AutoCloseable {
    /// More are not looked at.
    int MOST_FILES = 10_000;

    /// The files directly in the folder whose names are wanted, in no order: all of them, or one
    /// more than [#MOST_FILES].
    List<RemoteFile> list(Predicate<String> wanted) throws PullFailedException;

    /// Whether files are there as a whole or not at all.
    default boolean isWhole() {
        return false;
    }

    /// Opens a file.
    ///
    /// @throws NoSuchFileException when it is gone, or is not as it was listed any more
    InputStream read(RemoteFile file) throws PullFailedException, IOException;

    /// Whether a file is as it was listed.
    boolean isStill(RemoteFile file) throws PullFailedException;

    /// Whether the place can be reached: then what went wrong is about one file.
    boolean isThere();

    /// Renames a file, unless the place sees that it is not as it was listed any more.
    ///
    /// @param path from the folder in which the file is; folders on it are made
    void rename(RemoteFile file, String path) throws PullFailedException;

    @Override
    void close();
}
