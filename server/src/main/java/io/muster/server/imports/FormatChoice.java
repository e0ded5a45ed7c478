package io.muster.server.imports;

import io.muster.engine.file.Detection;
import io.muster.engine.file.FileFormat;
import io.muster.engine.file.HeaderMode;
import io.muster.engine.outcome.Code;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person says about how a file is to be read. What is left out stays as it was.
///
/// @param encoding a charset's name, such as `windows-1252`
/// @param delimiter one character
/// @param skipLines lines before the header or the first row
/// @param header `present` or `absent`
public record FormatChoice(
        @Nullable String encoding,
        @Nullable String delimiter,
        @Nullable Integer skipLines,
        @Nullable String header) {
    private static final String CHOSEN = "chosen";

    /// @throws ApiProblem 422 for a format that no file can have
    Detection applyTo(Detection detected) {
        FileFormat old = detected.format();
        try {
            FileFormat format =
                    new FileFormat(
                            encoding == null ? old.charset() : encoding,
                            delimiter == null ? old.delimiter() : one(delimiter),
                            old.quote(),
                            skipLines == null ? old.skipLines() : skipLines,
                            header == null ? old.header() : mode(header));
            return new Detection(
                    format,
                    encoding == null ? detected.encodingConfidence() : 1,
                    encoding == null ? detected.encodingReason() : CHOSEN,
                    delimiter == null ? detected.delimiterReason() : CHOSEN,
                    header == null && skipLines == null ? detected.headerReason() : CHOSEN);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw refused("/encoding", "There is no encoding of this name.");
        } catch (IllegalArgumentException e) {
            throw refused(
                    "",
                    "A file cannot be read like this: check delimiter, header and lines to skip.");
        }
    }

    private static char one(String text) {
        if (text.length() != 1) {
            throw refused("/delimiter", "A delimiter is one character.");
        }
        return text.charAt(0);
    }

    private static HeaderMode mode(String text) {
        return switch (text) {
            case "present" -> HeaderMode.PRESENT;
            case "absent" -> HeaderMode.ABSENT;
            default -> throw refused("/header", "A header is present or absent.");
        };
    }

    private static ApiProblem refused(String pointer, String message) {
        return ApiProblem.unprocessable(
                message, List.of(new FieldError(pointer, Code.INVALID_OPTION.name(), message)));
    }
}
