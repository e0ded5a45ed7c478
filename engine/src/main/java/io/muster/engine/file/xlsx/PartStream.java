package io.muster.engine.file.xlsx;

import io.muster.engine.outcome.Code;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/// The bytes of a part: no more of them than the archive's directory says, and no more at once than
/// a token of a workbook may have.
final class PartStream extends FilterInputStream {

    private final int tokenBytes;
    private long left;
    private long sinceToken;

    /// @param size as the directory has it
    /// @param tokenBytes the most that may be read between two calls of [#beginToken()]
    PartStream(InputStream in, long size, int tokenBytes) {
        super(in);
        this.left = size;
        this.tokenBytes = tokenBytes;
    }

    void beginToken() {
        sinceToken = 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        if (sinceToken > tokenBytes) {
            throw new WorkbookException(
                    Code.UNSAFE_WORKBOOK,
                    "The workbook holds a single value or tag of more than %,d bytes, which no spreadsheet writes. Save it as CSV and import that."
                            .formatted(tokenBytes));
        }
        int count;
        try {
            count = in.read(to, offset, length);
        } catch (ZipException | EOFException e) {
            throw new WorkbookException(Code.DAMAGED_WORKBOOK);
        }
        if (count > 0) {
            left -= count;
            sinceToken += count;
        }
        if (left < 0) {
            throw new WorkbookException(
                    Code.UNSAFE_WORKBOOK,
                    "The workbook unpacks to more than it says it does. Open it in a spreadsheet, save it anew, and import that.");
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return read(new byte[(int) Math.min(count, 1 << 12)]);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
