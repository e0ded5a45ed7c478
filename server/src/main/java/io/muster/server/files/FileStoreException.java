package io.muster.server.files;

import org.jspecify.annotations.Nullable;

/// The store could not do its work: the disk is full, gone or refuses us, or the file is not there.
public final class FileStoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public FileStoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
