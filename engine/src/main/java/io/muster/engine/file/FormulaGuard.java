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

    /// The text as it was before [#neutralise(String)], or before a program marked it as text for a
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
        return text.length() > 1 && text.charAt(0) == MARK && isDangerous(text, 1)
                ? text.substring(1)
                : text;
    }

    private static boolean isDangerous(String text, int at) {
        return text.length() > at
                && switch (text.charAt(at)) {
                    case '=', '+', '-', '@', '\t', '\r', '\n', '\0' -> true;
                    default -> false;
                };
    }
}
