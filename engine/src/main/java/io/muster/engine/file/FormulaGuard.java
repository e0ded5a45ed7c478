package io.muster.engine.file;

/// Keeps spreadsheets from running what a cell says: such text goes out behind an apostrophe, and
/// the apostrophe is taken off again when the file comes back.
public final class FormulaGuard {
    private static final char MARK = '\'';

    private FormulaGuard() {}

    /// The text as it is safe to write into a file that a spreadsheet may open.
    public static String neutralise(String text) {
        return isDangerous(text, 0) ? MARK + text : text;
    }

    /// The cell that [#restore(String)] makes this very value of, unless the value is itself a
    /// formula that is nothing but a text. Other than what stands in somebody's file, a value may
    /// look as if it were marked already.
    public static String cell(String value) {
        return isDangerous(value, 0) || isMarked(value) ? MARK + value : value;
    }

    /// The text as it was before [#neutralise(String)] or [#cell(String)], or before a program marked it as text for a
    /// spreadsheet.
    public static String restore(String text) {
        String plain = unmarked(text);
        return isTextFormula(plain) ? plain.substring(2, plain.length() - 1).strip() : plain;
    }

    /// A formula that is nothing but a text, as in `="00123"`: how some programs keep spreadsheets
    /// from taking a text for a number.
    private static boolean isTextFormula(String text) {
        return text.startsWith("=\"")
                && text.length() > 2
                && text.indexOf('"', 2) == text.length() - 1;
    }

    private static String unmarked(String text) {
        return isMarked(text) ? text.substring(1) : text;
    }

    /// Whether marks, of which there may be several, stand before what is dangerous.
    private static boolean isMarked(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == MARK) {
            at++;
        }
        return at > 0 && isDangerous(text, at);
    }

    private static boolean isDangerous(String text, int at) {
        return text.length() > at
                && switch (text.charAt(at)) {
                    case '=', '+', '-', '@', '\t', '\r', '\n', '\0' -> true;
                    default -> false;
                };
    }
}
