package io.muster.engine.file;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a file row by row in file order. Preview, review and import all use this one reader. Not
/// for several threads.
public interface RowReader extends AutoCloseable {

    /// The columns' names as people see them: trimmed, unique (`Email`, `Email (2)`), `Column C`
    /// where there is none.
    List<String> headers();

    /// The next row, null after the last.
    ///
    /// @throws UnreadableFileException when nothing after the rows delivered so far can be read
    @Nullable SourceRow next() throws IOException, UnreadableFileException;

    /// Passes over rows so that [#next()] delivers the one with this number. Cheaper than reading
    /// them; never goes back.
    ///
    /// @return how many rows were passed over: fewer than asked for when the file ends before
    long skipTo(long rowNumber) throws IOException, UnreadableFileException;

    /// Where the next row begins, for another reader of the same file to [#goTo(RowPlace)]; null
    /// when it can only be found by reading up to it.
    default @Nullable RowPlace place() {
        return null;
    }

    /// Goes to a row without reading those before; never back.
    default void goTo(RowPlace place) throws IOException, UnreadableFileException {
        skipTo(place.row());
    }

    @Override
    void close() throws IOException;
}
