package io.muster.server.files;

/// The file is larger than allowed.
public final class FileTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final long limit;

    public FileTooLargeException(long limit) {
        super("The file is larger than " + limit + " bytes. Split it and import the parts.");
        this.limit = limit;
    }

    /// The most bytes that would have been accepted.
    public long limit() {
        return limit;
    }
}
