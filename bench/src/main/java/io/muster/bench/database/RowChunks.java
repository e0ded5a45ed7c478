package io.muster.bench.database;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/// The rows of a query in binary COPY format, in files of so many rows each.
record RowChunks(List<Path> files) {
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int END = -1;
    private static final int COPY_BUFFER = 1 << 16;

    static RowChunks export(
            Connection connection, String query, int rowsEach, Path folder, String name)
            throws SQLException, IOException {
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        CopyOut out =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (" + query + ") to stdout (format binary)");
        @Nullable DataOutputStream file = null;
        int rows = 0;
        boolean first = true;
        for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
            int from = first ? HEADER.length : 0;
            first = false;
            if (row.length - from <= Short.BYTES) {
                continue;
            }
            if (file == null) {
                Path path = folder.resolve(name + "-" + files.size() + ".bin");
                files.add(path);
                file =
                        new DataOutputStream(
                                new BufferedOutputStream(Files.newOutputStream(path), COPY_BUFFER));
                file.write(HEADER);
            }
            file.write(row, from, row.length - from);
            if (++rows % rowsEach == 0) {
                finish(file);
                file = null;
            }
        }
        if (file != null) {
            finish(file);
        }
        return new RowChunks(files);
    }

    /// Sends the n-th chunk through COPY; does nothing when there are fewer.
    void copy(Connection connection, int chunk, String target) throws SQLException, IOException {
        if (chunk < files.size()) {
            try (InputStream in = Files.newInputStream(files.get(chunk))) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + target + " from stdin (format binary)", in, COPY_BUFFER);
            }
        }
    }

    private static void finish(DataOutputStream file) throws IOException {
        file.writeShort(END);
        file.close();
    }
}
