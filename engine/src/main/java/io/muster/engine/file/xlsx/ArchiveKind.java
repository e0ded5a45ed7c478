package io.muster.engine.file.xlsx;

import io.muster.engine.outcome.Code;

/// What an archive is when it is no workbook, so that people hear what to do.
enum ArchiveKind {
    BINARY_WORKBOOK(
            "xl/workbook.bin",
            "This is a binary Excel workbook (.xlsb). Save it as .xlsx or CSV and import that."),
    OPEN_DOCUMENT(
            "META-INF/manifest.xml",
            "This is an OpenDocument file. Save it as .xlsx or CSV and import that."),
    NUMBERS(
            "Index/Document.iwa",
            "This is a Numbers or Pages document. Export it as Excel or CSV and import that."),
    WORD(
            "word/document.xml",
            "This is a text document. Export your contacts as CSV or XLSX and import that."),
    SLIDES(
            "ppt/presentation.xml",
            "This is a presentation. Export your contacts as CSV or XLSX and import that."),
    WORKBOOK("xl/workbook.xml", Code.DAMAGED_WORKBOOK.sentence()),
    ZIP("", "This is a ZIP file and no workbook. Unpack it and import the file inside.");

    private final String part;
    private final String message;

    ArchiveKind(String part, String message) {
        this.part = part;
        this.message = message;
    }

    static ArchiveKind of(Archive archive) {
        for (ArchiveKind kind : values()) {
            if (archive.has(kind.part)) {
                return kind;
            }
        }
        return ZIP;
    }

    WorkbookException refusal() {
        return new WorkbookException(
                this == WORKBOOK ? Code.DAMAGED_WORKBOOK : Code.NOT_A_TABLE, message);
    }
}
