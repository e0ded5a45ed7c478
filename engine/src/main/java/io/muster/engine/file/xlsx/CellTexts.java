package io.muster.engine.file.xlsx;

import io.muster.engine.outcome.Code;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Reads cells as the texts that people see in them.
final class CellTexts implements Closeable {

    /// No spreadsheet writes a longer number.
    private static final int LONGEST_NUMBER = 64;

    private static final int LARGEST_EXPONENT = 400;
    private static final String MIDNIGHT = "T00:00:00";

    private final SharedStrings strings;
    private final Styles styles;
    private final int cellChars;

    CellTexts(SharedStrings strings, Styles styles, int cellChars) {
        this.strings = strings;
        this.styles = styles;
        this.cellChars = cellChars;
    }

    /// Reads the cell whose element starts here, and goes on to its end. Of a text over the limit,
    /// one character more than it allows is kept.
    String read(XmlPart xml) throws IOException {
        String type = xml.attribute("t");
        String style = xml.attribute("s");
        String value = "";
        while (xml.next() && !xml.isEnd("c")) {
            String element = xml.started();
            if ("v".equals(element)) {
                StringBuilder text = new StringBuilder();
                xml.text(text, cellChars + 1);
                value = "str".equals(type) ? RichText.unescape(text) : text.toString();
            } else if ("is".equals(element)) {
                value = RichText.read(xml, "is", cellChars + 1);
            } else if (element != null) {
                xml.skip();
            }
        }
        return value.isEmpty() || "inlineStr".equals(type) ? value : shown(type, style, value);
    }

    private String shown(@Nullable String type, @Nullable String style, String value)
            throws IOException {
        return switch (type == null ? "n" : type) {
            case "s" -> strings.get(index(value));
            case "b" ->
                    value.strip().equals("0") || value.strip().equals("false") ? "FALSE" : "TRUE";
            case "n" -> number(value.strip(), style);
            case "d" -> value.replace(MIDNIGHT, "").replace('T', ' ');
            // Texts of formulas, and errors such as #N/A.
            default -> value;
        };
    }

    private static int index(String value) throws WorkbookException {
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw new WorkbookException(Code.DAMAGED_WORKBOOK);
        }
    }

    private String number(String value, @Nullable String style) {
        if (value.length() > LONGEST_NUMBER) {
            return value;
        }
        BigDecimal number;
        try {
            number = new BigDecimal(value);
        } catch (NumberFormatException e) {
            return value;
        }
        return Math.abs((long) number.scale()) > LARGEST_EXPONENT
                ? value
                : styles.format(style).show(number, styles.dates());
    }

    @Override
    public void close() throws IOException {
        strings.close();
    }
}
