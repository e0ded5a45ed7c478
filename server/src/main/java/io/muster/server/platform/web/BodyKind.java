package io.muster.server.platform.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/// What a request brings, by its content type, in whatever case that is written.
public enum BodyKind {
    /// A form with files, which are streamed.
    MULTIPART,
    FORM,
    /// JSON, or nothing that we know.
    OTHER;

    public static BodyKind of(@Nullable String contentType) {
        if (contentType == null) {
            return OTHER;
        }
        int parameters = contentType.indexOf(';');
        String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return switch (type.strip().toLowerCase(Locale.ROOT)) {
            case MediaType.MULTIPART_FORM_DATA_VALUE -> MULTIPART;
            case MediaType.APPLICATION_FORM_URLENCODED_VALUE -> FORM;
            default -> OTHER;
        };
    }
}
