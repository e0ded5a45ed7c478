package io.muster.engine.file.xlsx;

import io.muster.engine.outcome.Code;
import java.io.IOException;

/// A workbook that cannot be read, by its own fault and not the disk's. The message is for people.
public final class WorkbookException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Code code;
    private final String sentence;
    private final long line;

    WorkbookException(Code code) {
        this(code, code.sentence(), 0);
    }

    WorkbookException(Code code, String sentence) {
        this(code, sentence, 0);
    }

    private WorkbookException(Code code, String sentence, long line) {
        super(sentence);
        this.code = code;
        this.sentence = sentence;
        this.line = line;
    }

    /// The same, with the row of the sheet where it came to light.
    WorkbookException at(long row) {
        return line > 0 || row <= 0
                ? this
                : new WorkbookException(code, "In row %d: %s".formatted(row, sentence), row);
    }

    public Code code() {
        return code;
    }

    /// What is wrong and what to do about it.
    public String sentence() {
        return sentence;
    }

    /// The row of the sheet, from 1; 0 when the whole workbook is meant.
    public long line() {
        return line;
    }
}
