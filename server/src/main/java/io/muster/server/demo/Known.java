package io.muster.server.demo;

import java.util.List;

/// What an import of a sample file has to come to. It stands beside the file, and was counted while
/// the file was made.
record Known(Counts counts, List<Remark> remarks) {
    Known {
        remarks = Remark.tally(remarks);
    }
}
