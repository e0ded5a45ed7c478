package io.muster.server.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.net.URI;
import java.util.List;

/// An error as the API answers it, in the form of RFC 9457.
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        @JsonInclude(Include.NON_EMPTY) List<FieldError> errors) {

    public static Problem of(ProblemKind kind, String detail, List<FieldError> errors) {
        return new Problem(kind.type(), kind.title(), kind.status(), detail, errors);
    }

    public static Problem of(ProblemKind kind, String detail) {
        return of(kind, detail, List.of());
    }
}
