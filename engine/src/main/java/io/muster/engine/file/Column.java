package io.muster.engine.file;

import java.util.List;

/// What the first look at a file tells of one column.
///
/// @param index its place in the file, from 0
/// @param name its header as people see it, unique within the file
/// @param samples up to five distinct, non-blank cells in file order
/// @param fillRate the share of rows looked at whose cell is not blank, 0 to 1
public record Column(int index, String name, List<String> samples, double fillRate) {

    public Column withFillRate(double rate) {
        return new Column(index, name, samples, rate);
    }
}
