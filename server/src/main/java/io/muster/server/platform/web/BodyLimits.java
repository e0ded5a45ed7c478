package io.muster.server.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

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
        if (is(contentType, MediaType.MULTIPART_FORM_DATA_VALUE)) {
            return Math.addExact(file, ENVELOPE);
        }
        return is(contentType, MediaType.APPLICATION_FORM_URLENCODED_VALUE) ? FORM : JSON;
    }

    private static boolean is(@Nullable String contentType, String wanted) {
        return contentType != null
                && contentType.regionMatches(true, 0, wanted, 0, wanted.length());
    }
}
