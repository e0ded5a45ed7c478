package io.muster.server.imports.run;

import io.muster.engine.file.SourceRow;
import io.muster.engine.mapping.MappedRow;
import java.util.List;

/// Turns rows of a file into values of fields, a batch at a time. Called by many threads at once.
@FunctionalInterface
public interface RowMapping {

    /// @return one for each row, in the same order
    List<MappedRow> map(List<SourceRow> rows);
}
