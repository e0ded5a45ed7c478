package io.muster.engine.file;

import io.muster.engine.file.xlsx.Sheet;
import java.util.List;

/// What was understood of a workbook.
///
/// @param sheets all of them, to choose from
/// @param sheetReason a few words, such as "the first of 3 sheets"
public record SheetDetection(
        SheetFormat format, List<Sheet> sheets, String sheetReason, String headerReason)
        implements Detection {

    public SheetDetection {
        sheets = List.copyOf(sheets);
    }
}
