package io.muster.engine.file;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Judges by the values whether the first row names the columns: a first row that holds what the
/// rows below hold is data.
final class HeaderDetector {

    private static final int LOOK = 200;
    private static final double MOST = 0.6;
    private static final int PHONE_DIGITS = 7;

    private HeaderDetector() {}

    static HeaderGuess detect(List<List<String>> rows) {
        if (rows.isEmpty()) {
            return new HeaderGuess(HeaderMode.PRESENT, "nothing to judge by");
        }
        List<String> first = rows.getFirst();
        List<List<String>> rest = rows.subList(1, Math.min(rows.size(), LOOK));
        return rest.isEmpty() ? only(first) : compare(first, rest);
    }

    private static HeaderGuess only(List<String> row) {
        for (String cell : row) {
            CellKind kind = CellKind.of(cell);
            boolean shortNumber =
                    kind == CellKind.NUMBER
                            && cell.chars().filter(Character::isDigit).count() < PHONE_DIGITS;
            if (kind.isValue() && !shortNumber) {
                return new HeaderGuess(HeaderMode.ABSENT, "the only row holds " + kind.words());
            }
        }
        return new HeaderGuess(HeaderMode.PRESENT, "the only row holds no values");
    }

    private static HeaderGuess compare(List<String> first, List<List<String>> rest) {
        int alike = 0;
        int unlike = 0;
        CellKind alikeKind = CellKind.BLANK;
        CellKind unlikeKind = CellKind.BLANK;
        for (int i = 0; i < first.size(); i++) {
            CellKind below = usualKind(rest, i);
            CellKind above = CellKind.of(first.get(i));
            if (below.isValue() && above == below) {
                alike++;
                alikeKind =
                        above == CellKind.EMAIL || alikeKind == CellKind.BLANK ? above : alikeKind;
            } else if (below.isValue() && above == CellKind.WORDS) {
                unlike++;
                unlikeKind = unlikeKind == CellKind.BLANK ? below : unlikeKind;
            }
        }
        if (alikeKind == CellKind.EMAIL || alike > unlike) {
            return new HeaderGuess(
                    HeaderMode.ABSENT,
                    "the first row holds " + alikeKind.words() + ", as the rows below do");
        }
        if (unlike > 0) {
            return new HeaderGuess(
                    HeaderMode.PRESENT,
                    "the first row holds words where the rows below hold " + unlikeKind.words());
        }
        return repeats(first, rest)
                ? new HeaderGuess(HeaderMode.ABSENT, "a value of the first row stands below again")
                : new HeaderGuess(HeaderMode.PRESENT, "the first row holds words only");
    }

    /// Whether a cell of the first row stands below in the same column, other than in a repetition
    /// of the whole row.
    private static boolean repeats(List<String> first, List<List<String>> rest) {
        return rest.stream()
                .filter(row -> !row.equals(first))
                .anyMatch(row -> {
                    for (int i = 0; i < Math.min(row.size(), first.size()); i++) {
                        if (!row.get(i).isBlank() && row.get(i).equals(first.get(i))) {
                            return true;
                        }
                    }
                    return false;
                });
    }

    private static CellKind usualKind(List<List<String>> rows, int column) {
        Map<CellKind, Integer> counts = new EnumMap<>(CellKind.class);
        int filled = 0;
        for (List<String> row : rows) {
            CellKind kind = column < row.size() ? CellKind.of(row.get(column)) : CellKind.BLANK;
            if (kind != CellKind.BLANK) {
                filled++;
                counts.merge(kind, 1, Integer::sum);
            }
        }
        double most = filled * MOST;
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= most)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(CellKind.BLANK);
    }
}
