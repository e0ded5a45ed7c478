package io.muster.engine.file;

/// Where the cells of a row come from, and so what it means when they are not as many as the
/// headers.
enum RowShape {
    /// Between delimiters: a missing or an extra one may have shifted the cells.
    DELIMITED,
    /// From the columns of a sheet: a cell that is not there is a blank one.
    SHEET
}
