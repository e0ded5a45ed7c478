package io.muster.server.platform.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindingResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Says in our own words what a library's exception means to the client.
///
/// Never hands on a library's message: those quote what the client sent.
final class ProblemTranslator {
    private ProblemTranslator() {}

    /// The problem that an exception stands for, or null if it is a fault of ours.
    static @Nullable ApiProblem translate(Exception exception) {
        return switch (exception) {
            case ApiProblem problem -> problem;
            case NoResourceFoundException e -> nothingHere();
            case NoHandlerFoundException e -> nothingHere();
            case HttpMessageNotReadableException e -> unreadable(e);
            case MethodArgumentTypeMismatchException e -> mismatch(e);
            case MethodArgumentNotValidException e -> invalid(e.getBindingResult());
            case MissingServletRequestParameterException e -> missing(e.getParameterName());
            case MissingRequestHeaderException e -> missing(e.getHeaderName());
            case DataAccessResourceFailureException e -> unavailable();
            case TransientDataAccessException e -> unavailable();
            case CannotCreateTransactionException e -> unavailable();
            case ErrorResponse e -> ofStatus(e.getStatusCode().value());
            default -> null;
        };
    }

    static ApiProblem ofStatus(int status) {
        ProblemKind kind = ProblemKind.ofStatus(status);
        return new ApiProblem(kind, kind.title() + ".");
    }

    static ApiProblem nothingHere() {
        return new ApiProblem(ProblemKind.NOT_FOUND, "There is nothing at this address.");
    }

    private static ApiProblem unavailable() {
        return new ApiProblem(ProblemKind.UNAVAILABLE, "The database does not answer; try again.")
                .retryAfter(Duration.ofSeconds(5));
    }

    private static ApiProblem missing(String name) {
        return ApiProblem.invalid(name, "MISSING", name + " is missing.");
    }

    private static ApiProblem mismatch(MethodArgumentTypeMismatchException e) {
        MethodParameter parameter = e.getParameter();
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            // An id that cannot exist answers like one that does not.
            return nothingHere();
        }
        Class<?> type = e.getRequiredType();
        String wanted = type == UUID.class ? "an id" : type == null ? "another value" : word(type);
        return ApiProblem.invalid(
                e.getName(), "INVALID_VALUE", e.getName() + " must be " + wanted + ".");
    }

    private static String word(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        return "a valid " + type.getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static ApiProblem unreadable(HttpMessageNotReadableException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ApiProblem problem) {
                return problem;
            }
            if (cause instanceof JacksonException json && !json.getPath().isEmpty()) {
                return misplaced(json);
            }
        }
        return new ApiProblem(
                ProblemKind.MALFORMED, "The body must be one complete, well-formed JSON value.");
    }

    private static ApiProblem misplaced(JacksonException e) {
        String pointer = pointer(e);
        var error =
                e instanceof UnrecognizedPropertyException
                        ? new FieldError(pointer, "UNKNOWN_PROPERTY", "This property is not known.")
                        : new FieldError(
                                pointer, "INVALID_VALUE", "This value has the wrong form.");
        return new ApiProblem(
                ProblemKind.MALFORMED, "The body has a part that cannot be read.", List.of(error));
    }

    private static String pointer(JacksonException e) {
        var pointer = new StringBuilder();
        for (var step : e.getPath()) {
            String name = step.getPropertyName();
            pointer.append('/')
                    .append(
                            name == null
                                    ? Integer.toString(step.getIndex())
                                    : name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    private static ApiProblem invalid(BindingResult result) {
        List<FieldError> errors =
                result.getFieldErrors().stream()
                        .map(error ->
                                new FieldError(
                                        pointer(error.getField()),
                                        snake(error.getCode()).toUpperCase(Locale.ROOT),
                                        String.valueOf(error.getDefaultMessage())))
                        .toList();
        return new ApiProblem(ProblemKind.INVALID, "The request has invalid parts.", errors);
    }

    private static String pointer(String property) {
        return "/" + snake(property.replace("[", ".").replace("]", "").replace('.', '/'));
    }

    private static String snake(@Nullable String camel) {
        return camel == null
                ? "invalid"
                : camel.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
