package io.muster.server.platform.web;

import org.jspecify.annotations.Nullable;

/// How many bytes a request's body may have.
///
/// @param file the largest file that may be uploaded
public record BodyLimits(long file) {
    /// For everything that is neither a file nor a form: 1 MiB.
    public static final long JSON = 1 << 20;

    /// For a form; a pasted spreadsheet comes as one.
    public static final long FORM = 10 << 20;

    /// What a multipart body may hold beside its file: boundaries, part headers, options.
    public static final long ENVELOPE = 64 << 10;

    long of(@Nullable String contentType) {
        return switch (BodyKind.of(contentType)) {
            case MULTIPART -> Math.addExact(file, ENVELOPE);
            case FORM -> FORM;
            case OTHER -> JSON;
        };
    }
}
