package io.muster.server.segments;

import io.muster.engine.file.CellText;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a segment can be called.
final class SegmentName {
    static final int LONGEST = 200;

    private SegmentName() {}

    /// @throws ApiProblem 422 for a name that is blank, too long or no text
    static String clean(@Nullable String wanted) {
        String name = wanted == null ? "" : CellText.clean(wanted).orElse("");
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST) {
            throw refused(
                    "INVALID_NAME",
                    "A segment needs a name of 1 to %d characters.".formatted(LONGEST));
        }
        return name;
    }

    static ApiProblem taken(String name) {
        return refused(
                "NAME_TAKEN",
                "There is a segment called “%s” already. Choose another name.".formatted(name));
    }

    private static ApiProblem refused(String code, String message) {
        return ApiProblem.unprocessable(message, List.of(new FieldError("/name", code, message)));
    }
}
