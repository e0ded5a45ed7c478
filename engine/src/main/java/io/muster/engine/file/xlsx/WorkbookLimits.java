package io.muster.engine.file.xlsx;

/// What a workbook may hold at most.
///
/// @param unpackedBytes size of all parts together
/// @param entries parts of the archive
/// @param cellChars characters in a cell
/// @param rowBytes characters of a row's cells together; what lies beyond is not kept
public record WorkbookLimits(long unpackedBytes, int entries, int cellChars, int rowBytes) {}
