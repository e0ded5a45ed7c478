package io.muster.engine.report;

import io.muster.engine.outcome.Info;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// Writes rows of an import as a workbook: all cells are text, so that spreadsheets leave phones,
/// ids and formulas as they are, and those at fault are coloured.
///
/// Rows go out as they come; memory does not grow with them.
public final class RowsWorkbook implements RowsFile {
    /// A sheet has no room for more, its header included.
    private static final int SHEET_ROWS = 1_048_576;

    /// A cell has no room for more.
    private static final int CELL_CHARS = 32_767;

    private static final String SHEET = "Rows";
    private static final int FLUSH = 500;
    private static final int WIDTH = 18;
    private static final int MESSAGE_WIDTH = 60;
    private static final String TEXT = "@";
    private static final String AT_FAULT = "FFC7CE";
    private static final String ADDED_COLOUR = "F2F2F2";

    private final Workbook workbook;
    private final List<String> headers;
    private final String importId;
    private @Nullable Worksheet sheet;
    private int sheets;
    private int next;

    /// Takes the stream over, and closes it in the end.
    ///
    /// @param headers the columns of the imported file
    /// @param importId by which a file that comes back is known again
    public RowsWorkbook(OutputStream out, List<String> headers, String importId) {
        this.workbook = new Workbook(out, "Muster", "1.0");
        this.headers = List.copyOf(headers);
        this.importId = importId;
        this.sheet = newSheet();
    }

    @Override
    public void row(
            long number, String result, List<String> cells, List<Info> info, Set<Integer> marked)
            throws IOException {
        Worksheet to = room();
        for (int i = 0; i < headers.size(); i++) {
            String text = i < cells.size() ? cells.get(i) : "";
            write(to, i, text);
            if (marked.contains(i)) {
                to.style(next, i).format(TEXT).fillColor(AT_FAULT).set();
            } else if (!text.isEmpty()) {
                to.style(next, i).format(TEXT).set();
            }
        }
        List<String> added = RowsFile.added(number, result, cells, info, headers.size(), importId);
        for (int i = 0; i < added.size(); i++) {
            write(to, headers.size() + i, added.get(i));
        }
        next++;
        if (next % FLUSH == 0) {
            to.flush();
        }
    }

    @Override
    public void close() throws IOException {
        if (sheet != null) {
            sheet.finish();
            sheet = null;
        }
        workbook.finish();
        workbook.close();
    }

    private void write(Worksheet to, int column, String text) {
        if (!text.isEmpty()) {
            to.value(next, column, cut(text));
        }
    }

    /// What a cell has room for.
    public static String cut(String text) {
        return text.length() > CELL_CHARS ? text.substring(0, CELL_CHARS) : text;
    }

    /// Whether a sheet of this name may be one that was begun when another was full.
    public static boolean isFurtherSheet(String name) {
        return name.startsWith(SHEET + " ");
    }

    private Worksheet room() throws IOException {
        Worksheet current = sheet;
        if (current == null) {
            throw new IllegalStateException("The workbook is closed");
        }
        if (next < SHEET_ROWS) {
            return current;
        }
        current.finish();
        Worksheet fresh = newSheet();
        sheet = fresh;
        return fresh;
    }

    private Worksheet newSheet() {
        sheets++;
        Worksheet fresh = workbook.newWorksheet(sheets == 1 ? SHEET : SHEET + " " + sheets);
        fresh.freezePane(0, 1);
        List<String> all = new ArrayList<>(headers);
        all.addAll(ADDED);
        for (int i = 0; i < all.size(); i++) {
            fresh.style(i).format(TEXT).set();
            fresh.width(i, all.get(i).equals("Muster message") ? MESSAGE_WIDTH : WIDTH);
            fresh.value(0, i, all.get(i));
            fresh.style(0, i).bold().format(TEXT).set();
            if (i >= headers.size()) {
                fresh.style(0, i).bold().format(TEXT).fillColor(ADDED_COLOUR).set();
            }
        }
        next = 1;
        return fresh;
    }
}
