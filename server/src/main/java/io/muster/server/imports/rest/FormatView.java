package io.muster.server.imports.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.muster.engine.file.Detection;
import io.muster.engine.file.HeaderMode;
import io.muster.engine.file.SheetDetection;
import io.muster.engine.file.TextDetection;
import io.muster.engine.file.xlsx.Sheet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a file is read, and why, as the API shows it. What only text has is left out for a workbook,
/// and what only a workbook has for text.
///
/// @param kind `text` or `workbook`
/// @param confidence of the encoding, 0 to 1
/// @param skipLines lines or rows before the header or the first row
@JsonInclude(JsonInclude.Include.NON_NULL)
record FormatView(
        String kind,
        @Nullable String encoding,
        @Nullable Double confidence,
        @Nullable String encodingReason,
        @Nullable String delimiter,
        @Nullable String delimiterReason,
        @Nullable String quote,
        @Nullable String sheet,
        @Nullable String sheetReason,
        @Nullable List<Sheet> sheets,
        int skipLines,
        String header,
        String headerReason) {

    static FormatView of(Detection detection) {
        return switch (detection) {
            case TextDetection text -> of(text);
            case SheetDetection workbook -> of(workbook);
        };
    }

    private static FormatView of(TextDetection text) {
        return new FormatView(
                "text",
                text.format().charset(),
                text.encodingConfidence(),
                text.encodingReason(),
                Character.toString(text.format().delimiter()),
                text.delimiterReason(),
                Character.toString(text.format().quote()),
                null,
                null,
                null,
                text.format().skipLines(),
                header(text),
                text.headerReason());
    }

    private static FormatView of(SheetDetection workbook) {
        return new FormatView(
                "workbook",
                null,
                null,
                null,
                null,
                null,
                null,
                workbook.format().sheet(),
                workbook.sheetReason(),
                workbook.sheets(),
                workbook.format().skipLines(),
                header(workbook),
                workbook.headerReason());
    }

    private static String header(Detection detection) {
        return detection.format().header() == HeaderMode.PRESENT ? "present" : "absent";
    }
}
