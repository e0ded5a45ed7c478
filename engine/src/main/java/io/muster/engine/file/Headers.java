package io.muster.engine.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Gives columns the names that people see.
public final class Headers {

    private static final int LETTERS = 26;

    private Headers() {}

    /// A name for each header cell: the cell itself, numbered from its second appearance on (`Email
    /// (2)`), or the spreadsheet's letter where the cell is blank (`Column C`).
    static List<String> names(List<String> cells) {
        Set<String> taken = new HashSet<>(cells);
        Set<String> seen = new HashSet<>();
        List<String> names = new ArrayList<>(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            String name = cell.isEmpty() ? unnamed(i) : cell;
            boolean first = cell.isEmpty() ? taken.add(name) : seen.add(name);
            names.add(first ? name : numbered(name, taken));
        }
        return List.copyOf(names);
    }

    /// Names for the columns of a table without a header.
    static List<String> unnamedTo(int columns) {
        return IntStream.range(0, columns).mapToObj(Headers::unnamed).toList();
    }

    /// The name of a column without a header.
    public static String unnamed(int index) {
        return "Column " + letters(index);
    }

    private static String numbered(String name, Set<String> taken) {
        int number = 2;
        while (!taken.add(name + " (" + number + ")")) {
            number++;
        }
        return name + " (" + number + ")";
    }

    /// `A` for 0, `Z` for 25, `AA` for 26.
    static String letters(int index) {
        String last = String.valueOf((char) ('A' + index % LETTERS));
        return index < LETTERS ? last : letters(index / LETTERS - 1) + last;
    }
}
