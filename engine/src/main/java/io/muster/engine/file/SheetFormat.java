package io.muster.engine.file;

/// Which sheet of a workbook is to be read, and from where on.
///
/// @param sheet its name
/// @param skipLines rows of the sheet before the header or the first row
public record SheetFormat(String sheet, int skipLines, HeaderMode header) implements FileFormat {

    public SheetFormat {
        if (skipLines < 0) {
            throw new IllegalArgumentException("The number of rows to skip cannot be negative.");
        }
    }
}
