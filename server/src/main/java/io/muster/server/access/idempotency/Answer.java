package io.muster.server.access.idempotency;

import org.jspecify.annotations.Nullable;

/// What a POST was answered.
@SuppressWarnings("ArrayRecordComponent")
public record Answer(
        int status,
        @Nullable String contentType,
        @Nullable String location,
        byte[] body,
        Origin origin) {

    /// Whether the work was done now or on an earlier attempt.
    public enum Origin {
        FRESH,
        REPLAYED
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
