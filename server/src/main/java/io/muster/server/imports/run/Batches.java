package io.muster.server.imports.run;

import java.io.IOException;

/// Where the rows of a run come from.
interface Batches extends AutoCloseable {

    /// Waits for what comes next. After anything but a batch nothing comes.
    ///
    /// @throws IOException when what is stored fails under the reader
    RowStream.Next next() throws IOException, InterruptedException;

    @Override
    void close();
}
