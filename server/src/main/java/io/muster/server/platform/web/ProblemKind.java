package io.muster.server.platform.web;

import java.net.URI;
import java.util.regex.Pattern;

/// A kind of problem that clients can tell apart by its `type`.
///
/// The general kinds stand here; a feature declares its own as constants beside the code that
/// throws them. A slug is part of the API and never changes.
public record ProblemKind(String slug, int status, String title) {
    private static final Pattern SLUG = Pattern.compile("[a-z]+(-[a-z]+)*");

    public static final ProblemKind MALFORMED =
            new ProblemKind("malformed", 400, "The request cannot be read");
    public static final ProblemKind INVALID =
            new ProblemKind("invalid", 400, "The request is not valid");
    public static final ProblemKind UNAUTHENTICATED =
            new ProblemKind("unauthenticated", 401, "A valid API key is needed");
    public static final ProblemKind FORBIDDEN = new ProblemKind("forbidden", 403, "Not allowed");
    public static final ProblemKind NOT_FOUND = new ProblemKind("not-found", 404, "Not found");
    public static final ProblemKind METHOD_NOT_ALLOWED =
            new ProblemKind("method-not-allowed", 405, "The method does not fit this address");
    public static final ProblemKind NOT_ACCEPTABLE =
            new ProblemKind("not-acceptable", 406, "No answer in an accepted format");
    public static final ProblemKind CONFLICT =
            new ProblemKind("conflict", 409, "It does not fit the present state");
    public static final ProblemKind TOO_LARGE =
            new ProblemKind("too-large", 413, "The body is too large");
    public static final ProblemKind UNSUPPORTED_MEDIA_TYPE =
            new ProblemKind("unsupported-media-type", 415, "The body has an unsupported format");
    public static final ProblemKind UNPROCESSABLE =
            new ProblemKind("unprocessable", 422, "The request cannot be carried out");
    public static final ProblemKind TOO_MANY_REQUESTS =
            new ProblemKind("too-many-requests", 429, "Too many requests");
    public static final ProblemKind INTERNAL =
            new ProblemKind("internal", 500, "Something went wrong on our side");
    public static final ProblemKind UNAVAILABLE =
            new ProblemKind("unavailable", 503, "Not available at the moment");

    public ProblemKind {
        if (!SLUG.matcher(slug).matches() || status < 400 || status > 599) {
            throw new IllegalArgumentException("Not a kind of problem: " + slug + " " + status);
        }
    }

    public URI type() {
        return URI.create("urn:muster:problem:" + slug);
    }

    /// The general kind for a status that a library chose.
    public static ProblemKind ofStatus(int status) {
        return switch (status) {
            case 400 -> MALFORMED;
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 409 -> CONFLICT;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 422 -> UNPROCESSABLE;
            case 429 -> TOO_MANY_REQUESTS;
            case 503 -> UNAVAILABLE;
            default -> status < 500 ? INVALID : INTERNAL;
        };
    }
}
