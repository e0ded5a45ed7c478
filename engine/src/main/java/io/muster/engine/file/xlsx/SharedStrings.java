package io.muster.engine.file.xlsx;

import io.muster.engine.outcome.Code;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The texts that cells point to. They are read as far as somebody points, which is little for a
/// first look; the first few megabytes stay in memory and the rest in a temporary file.
final class SharedStrings implements Closeable {

    private static final int IN_MEMORY = 16 << 20;

    /// What a string takes besides its characters.
    private static final int WEIGHT = 64;

    private final @Nullable XmlPart part;
    private final int cellChars;
    private final List<String> first = new ArrayList<>();
    private int weight;
    private @Nullable SpilledTexts rest;

    /// @param part null where the workbook has none
    /// @param cellChars one more character is kept of a longer text, so that it shows as too long
    SharedStrings(@Nullable XmlPart part, int cellChars) {
        this.part = part;
        this.cellChars = cellChars;
    }

    String get(int index) throws IOException {
        while (index >= count() && readNext()) {}
        if (index < 0 || index >= count()) {
            throw new WorkbookException(
                    Code.DAMAGED_WORKBOOK,
                    "A cell of the workbook points to a text that is not there. Open it in a spreadsheet, save it anew, and import that.");
        }
        return rest == null || index < first.size()
                ? first.get(index)
                : rest.get(index - first.size());
    }

    private int count() {
        return first.size() + (rest == null ? 0 : rest.count());
    }

    private boolean readNext() throws IOException {
        if (part == null || !part.find("si")) {
            return false;
        }
        String text = RichText.read(part, "si", cellChars + 1);
        if (rest == null && weight > IN_MEMORY) {
            rest = new SpilledTexts();
        }
        if (rest == null) {
            first.add(text);
            weight += WEIGHT + 2 * text.length();
        } else {
            rest.add(text);
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        if (part != null) {
            part.close();
        }
        if (rest != null) {
            rest.close();
        }
    }
}
