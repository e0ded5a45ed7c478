package io.muster.server.platform.web;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Ends a request with a problem; the same exception serves the API and the pages.
public final class ApiProblem extends RuntimeException {
    private final ProblemKind kind;
    private final String detail;
    private final List<FieldError> errors;
    private final @Nullable Duration retryAfter;

    public ApiProblem(ProblemKind kind, String detail, List<FieldError> errors) {
        this(kind, detail, errors, null);
    }

    public ApiProblem(ProblemKind kind, String detail) {
        this(kind, detail, List.of());
    }

    private ApiProblem(
            ProblemKind kind,
            String detail,
            List<FieldError> errors,
            @Nullable Duration retryAfter) {
        super(kind.slug() + ": " + detail);
        this.kind = kind;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    /// The thing does not exist, or belongs to another tenant: the answer must be the same.
    ///
    /// @param thing the noun, as in "import"
    public static ApiProblem notFound(String thing) {
        return new ApiProblem(ProblemKind.NOT_FOUND, "There is no such " + thing + ".");
    }

    /// One query parameter or header is wrong (400).
    public static ApiProblem invalid(String name, String code, String message) {
        return new ApiProblem(
                ProblemKind.INVALID, message, List.of(new FieldError(name, code, message)));
    }

    /// The body is readable but asks for something that cannot be (422).
    public static ApiProblem unprocessable(String detail, List<FieldError> errors) {
        return new ApiProblem(ProblemKind.UNPROCESSABLE, detail, errors);
    }

    /// It does not fit the present state of the thing (409).
    public static ApiProblem conflict(String detail) {
        return new ApiProblem(ProblemKind.CONFLICT, detail);
    }

    public static ApiProblem tooLarge(long limit) {
        return new ApiProblem(
                ProblemKind.TOO_LARGE, "The body may have at most " + limit + " bytes.");
    }

    /// The same problem with a hint when to try again.
    public ApiProblem retryAfter(Duration wait) {
        return new ApiProblem(kind, detail, errors, wait);
    }

    public ProblemKind kind() {
        return kind;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    public Problem problem() {
        return Problem.of(kind, detail, errors);
    }
}
