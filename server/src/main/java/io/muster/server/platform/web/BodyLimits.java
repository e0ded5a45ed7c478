package io.muster.server.platform.web;

import org.springframework.http.MediaType;

/// How many bytes a request's body may have.
///
/// @param file the largest file that may be uploaded
public record BodyLimits(long file) {
    /// For everything that is not a file: 1 MiB.
    public static final long JSON = 1 << 20;

    /// What a multipart body may hold beside its file: boundaries, part headers, options.
    public static final long ENVELOPE = 64 << 10;

    long of(String contentType) {
        boolean multipart =
                contentType.regionMatches(
                        true,
                        0,
                        MediaType.MULTIPART_FORM_DATA_VALUE,
                        0,
                        MediaType.MULTIPART_FORM_DATA_VALUE.length());
        return multipart ? Math.addExact(file, ENVELOPE) : JSON;
    }
}
