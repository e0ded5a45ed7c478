package io.muster.server.imports.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How heavy the rows of a page are, so that few are held at once where they are long.
public final class PageWeight {
    /// So many characters are enough for once. A delivery, which is a batch, is not much heavier.
    private static final long ENOUGH = 16L << 20;

    private long characters;

    /// @param cells null where they are read from the file, one row at a time
    public void add(@Nullable List<String> cells) {
        if (cells != null) {
            cells.forEach(cell -> characters += cell.length());
        }
    }

    public boolean isEnough() {
        return characters > ENOUGH;
    }
}
