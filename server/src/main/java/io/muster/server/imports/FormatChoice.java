package io.muster.server.imports;

import io.muster.engine.file.Detection;
import io.muster.engine.file.HeaderMode;
import io.muster.engine.file.SheetDetection;
import io.muster.engine.file.SheetFormat;
import io.muster.engine.file.TextDetection;
import io.muster.engine.file.TextFormat;
import io.muster.engine.outcome.Code;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a person says about how a file is to be read. What is left out stays as it was.
///
/// @param encoding of text, a charset's name such as `windows-1252`
/// @param delimiter of text, one character
/// @param quote of text, one character
/// @param sheet of a workbook, by its name
/// @param skipLines lines or rows before the header or the first row
/// @param header `present` or `absent`
public record FormatChoice(
        @Nullable String encoding,
        @Nullable String delimiter,
        @Nullable String quote,
        @Nullable String sheet,
        @Nullable Integer skipLines,
        @Nullable String header) {
    public static final FormatChoice NONE = new FormatChoice(null, null, null, null, null, null);

    private static final String CHOSEN = "chosen";

    /// @throws ApiProblem 422 for a format that this file cannot have
    Detection applyTo(Detection detected) {
        try {
            return switch (detected) {
                case TextDetection text -> applyTo(text);
                case SheetDetection workbook -> applyTo(workbook);
            };
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw refused("/encoding", "There is no encoding of this name.");
        } catch (IllegalArgumentException e) {
            throw refused(
                    "",
                    "A file cannot be read like this: check delimiter, quote, header and lines to skip.");
        }
    }

    /// Another sheet than the one that is read now; its table has to be found first.
    Optional<String> otherSheet(Detection detected) {
        return sheet != null
                        && detected instanceof SheetDetection workbook
                        && !workbook.format().sheet().equals(sheet)
                ? Optional.of(knownSheet(workbook))
                : Optional.empty();
    }

    /// What is said about another sheet: a form also sends what held for the one before.
    FormatChoice newSince(Detection detected) {
        var old = detected.format();
        return new FormatChoice(
                encoding,
                delimiter,
                quote,
                sheet,
                skipLines != null && skipLines == old.skipLines() ? null : skipLines,
                header != null && mode(header) == old.header() ? null : header);
    }

    private TextDetection applyTo(TextDetection detected) {
        if (sheet != null) {
            throw refused("/sheet", "The file is text and has no sheets to choose from.");
        }
        TextFormat old = detected.format();
        TextFormat format =
                new TextFormat(
                        encoding == null ? old.charset() : encoding,
                        delimiter == null ? old.delimiter() : one("delimiter", delimiter),
                        quote == null ? old.quote() : one("quote", quote),
                        skipLines == null ? old.skipLines() : skipLines,
                        header == null ? old.header() : mode(header));
        return new TextDetection(
                format,
                encoding == null ? detected.encodingConfidence() : 1,
                encoding == null ? detected.encodingReason() : CHOSEN,
                delimiter == null ? detected.delimiterReason() : CHOSEN,
                headerReason(detected));
    }

    private SheetDetection applyTo(SheetDetection detected) {
        if (encoding != null || delimiter != null || quote != null) {
            throw refused(
                    encoding != null ? "/encoding" : delimiter != null ? "/delimiter" : "/quote",
                    "The file is a workbook: choose a sheet, its header and the rows to skip.");
        }
        SheetFormat old = detected.format();
        SheetFormat format =
                new SheetFormat(
                        sheet == null ? old.sheet() : knownSheet(detected),
                        skipLines == null ? old.skipLines() : skipLines,
                        header == null ? old.header() : mode(header));
        return new SheetDetection(
                format,
                detected.sheets(),
                sheet == null ? detected.sheetReason() : CHOSEN,
                headerReason(detected));
    }

    private String headerReason(Detection detected) {
        return header == null && skipLines == null ? detected.headerReason() : CHOSEN;
    }

    private String knownSheet(SheetDetection workbook) {
        if (sheet != null && workbook.sheets().stream().anyMatch(one -> one.name().equals(sheet))) {
            return sheet;
        }
        throw refused(
                "/sheet",
                "The workbook has no sheet of this name. Choose one of these: %s."
                        .formatted(
                                workbook.sheets().stream()
                                        .map(one -> one.name())
                                        .collect(Collectors.joining(", "))));
    }

    private static char one(String what, String text) {
        if (text.length() != 1) {
            throw refused("/" + what, "A " + what + " is one character.");
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
