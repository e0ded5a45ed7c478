package io.muster.engine.file;

import io.muster.engine.file.xlsx.WorkbookLimits;

/// What a file may hold at most. Over a limit is an error that names the place, never a truncation.
///
/// @param fileBytes size of the whole file
/// @param columns width of the header
/// @param cellChars characters in a cell, as it stands in the file
/// @param rowBytes encoded size of a row, its line break included; of a sheet's row, its characters
/// @param unpackedBytes size of all parts of a workbook, unpacked
/// @param workbookParts parts of a workbook's archive
public record Limits(
        long fileBytes,
        int columns,
        int cellChars,
        int rowBytes,
        long unpackedBytes,
        int workbookParts) {

    public static final Limits DEFAULT =
            new Limits(2L << 30, 1_000, 32_768, 1 << 20, 4L << 30, 10_000);

    WorkbookLimits ofWorkbooks() {
        return new WorkbookLimits(unpackedBytes, workbookParts, cellChars, rowBytes);
    }
}
