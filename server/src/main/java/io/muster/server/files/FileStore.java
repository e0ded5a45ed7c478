package io.muster.server.files;

import java.io.IOException;
import java.io.InputStream;

/// Keeps uploaded files. Each has a random id that says nothing of its name, owner or content.
public interface FileStore {

    /// Copies a stream to its end. On return the file survives a crash of the machine; on any
    /// exception nothing of it is left.
    ///
    /// @param limit the most bytes accepted; a stream of exactly that many is
    /// @throws FileTooLargeException when the stream goes on beyond the limit
    /// @throws FileStoreException when the store fails, a full disk included
    /// @throws IOException when the stream itself fails, as when an upload is cut off
    StoredFile store(InputStream in, long limit) throws IOException;

    /// Finds a file by its id.
    ///
    /// @throws FileStoreException when there is none
    FileContent get(String id);

    /// Removes a file; no matter if it is gone already.
    void delete(String id);
}
