package io.muster.server.platform.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/// Shows people an error in the look of the product, with what to do next.
final class ErrorPages implements ErrorViewResolver {
    private static final Set<Integer> OWN_WORDS = Set.of(403, 404, 413, 429);

    @Override
    public ModelAndView resolveErrorView(
            HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        return new ModelAndView(
                "errors/error", Map.of("status", status.value(), "words", words(status)), status);
    }

    /// The part of the text keys that speaks of this status.
    static String words(HttpStatus status) {
        if (OWN_WORDS.contains(status.value())) {
            return String.valueOf(status.value());
        }
        return status.is5xxServerError() ? "500" : "400";
    }
}
