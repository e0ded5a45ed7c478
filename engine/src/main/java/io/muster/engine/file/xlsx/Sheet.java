package io.muster.engine.file.xlsx;

/// A sheet of a workbook.
///
/// @param name unique within the workbook
/// @param hidden whether people who open the workbook do not see it
public record Sheet(String name, boolean hidden) {}
