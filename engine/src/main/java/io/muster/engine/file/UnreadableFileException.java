package io.muster.engine.file;

import io.muster.engine.file.xlsx.WorkbookException;
import io.muster.engine.outcome.Code;

/// The file as a whole cannot be read, or not from here on. The message is for people.
public final class UnreadableFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Code code;
    private final String sentence;
    private final long line;

    UnreadableFileException(Code code) {
        this(code, 0, code.sentence());
    }

    UnreadableFileException(Code code, long line, String message) {
        super(message);
        this.code = code;
        this.sentence = message;
        this.line = line;
    }

    UnreadableFileException(WorkbookException e) {
        this(e.code(), e.line(), e.sentence());
    }

    /// What is wrong, where, and what to do about it.
    public String sentence() {
        return sentence;
    }

    public Code code() {
        return code;
    }

    /// The physical line, or the row of a sheet, at fault, from 1; 0 when the whole file is meant.
    public long line() {
        return line;
    }
}
