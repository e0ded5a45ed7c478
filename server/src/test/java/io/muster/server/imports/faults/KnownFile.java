package io.muster.server.imports.faults;

import io.muster.server.imports.RowCounts;
import java.nio.charset.StandardCharsets;

/// A file of made-up people whose outcome in an empty tenant is known up to any row, so that an
/// import can be judged wherever it was stopped.
///
/// Of fifty rows, one has a bad phone, one has none, one repeats the person of twenty rows before,
/// and one renames a person from the middle of what came before, which may be many batches away.
///
/// @param rows together with those of the files before at most eight million, as many as there are
///   numbers below one area code
/// @param before how many rows of other files have taken numbers
record KnownFile(int rows, int before) {
    private static final int PERIOD = 50;
    private static final int NEW_PERSON = 1;
    private static final int BACK = 20;

    KnownFile(int rows) {
        this(rows, 0);
    }

    private enum Kind {
        NEW,
        BAD_PHONE,
        NO_PHONE,
        REPEATED,
        RENAMED;

        static Kind of(int row) {
            return switch (row % PERIOD) {
                case 7 -> BAD_PHONE;
                case 13 -> NO_PHONE;
                case NEW_PERSON + BACK -> REPEATED;
                case 33 -> RENAMED;
                default -> NEW;
            };
        }
    }

    /// As many rows, with people of its own.
    KnownFile next() {
        return new KnownFile(rows, before + rows);
    }

    byte[] bytes() {
        StringBuilder file = new StringBuilder("Phone,First name\n");
        for (int row = 1; row <= rows; row++) {
            switch (Kind.of(row)) {
                case NEW -> line(file, phone(row), row);
                case BAD_PHONE -> line(file, "12", row);
                case NO_PHONE -> line(file, "", row);
                case REPEATED -> line(file, phone(row - BACK), row - BACK);
                case RENAMED -> line(file, phone(halfway(row)), row);
            }
        }
        return file.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /// What has become of all rows.
    RowCounts counts() {
        return counts(rows);
    }

    /// What has become of the first rows, once these have an outcome.
    RowCounts counts(long first) {
        long[] rows = new long[Kind.values().length];
        for (int row = 1; row <= first; row++) {
            rows[Kind.of(row).ordinal()]++;
        }
        long repeated = rows[Kind.REPEATED.ordinal()];
        long renamed = rows[Kind.RENAMED.ordinal()];
        return new RowCounts(
                rows[Kind.NEW.ordinal()],
                renamed,
                repeated,
                rows[Kind.NO_PHONE.ordinal()],
                rows[Kind.BAD_PHONE.ordinal()],
                repeated + renamed);
    }

    /// A row with a new person, about half as far into the file.
    private static int halfway(int row) {
        return row / (2 * PERIOD) * PERIOD + NEW_PERSON;
    }

    private String phone(int row) {
        return "+1415" + (2_000_000 + before + row);
    }

    private static void line(StringBuilder file, String phone, int name) {
        file.append(phone).append(",Ana ").append(name).append('\n');
    }
}
