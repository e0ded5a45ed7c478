package io.muster.engine.fuzz;

import io.muster.engine.file.FileSource;
import java.io.IOException;

/// Any file at all, text or workbook, understood and read.
public final class DetectorFuzz {

    private DetectorFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        Reads.detected(FileSource.of(data));
    }
}
