package io.muster.engine.file;

/// How the content of a file is to be read.
public sealed interface FileFormat permits TextFormat, SheetFormat {

    /// Lines of text, or rows of a sheet, before the header or the first row.
    int skipLines();

    HeaderMode header();
}
