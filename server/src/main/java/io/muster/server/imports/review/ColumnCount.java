package io.muster.server.imports.review;

/// How the cells of an imported column are read over all rows; these add up to the rows.
///
/// @param index of the column in the file
/// @param field where it goes, as in the API
/// @param invalid cells that the field refuses
/// @param blank cells that hold nothing for the field
/// @param unread cells that hold something, of rows that fail or are left out before any is read
/// @param cleared stored values that would go, with nothing in their place
public record ColumnCount(
        int index, String field, long valid, long invalid, long blank, long unread, long cleared) {

    public ColumnCount plus(ColumnCount more) {
        return sum(more, 1);
    }

    public ColumnCount minus(ColumnCount fewer) {
        return sum(fewer, -1);
    }

    private ColumnCount sum(ColumnCount other, int times) {
        return new ColumnCount(
                index,
                field,
                valid + times * other.valid,
                invalid + times * other.invalid,
                blank + times * other.blank,
                unread + times * other.unread,
                cleared + times * other.cleared);
    }
}
