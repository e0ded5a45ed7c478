package io.muster.server.imports.run;

/// Another run has taken the import over; whatever this one still holds must not be written.
public final class RunLostException extends RuntimeException {
    private static final long serialVersionUID = 1;
}
