package io.muster.engine.file.xlsx;

import io.muster.engine.outcome.Code;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The end record of a ZIP archive: how many entries there are, and how large their directory is.
/// Whoever opens the archive loads all of that, so it is asked before.
///
/// @param entries as the record counts them
/// @param bytes size of the directory
record ArchiveDirectory(long entries, long bytes) {

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_LENGTH = 20;
    private static final int END_64_LENGTH = 56;
    private static final int ENTRIES_AT = 10;
    private static final int BYTES_AT = 12;
    private static final int ENTRIES_64_AT = 32;
    private static final int BYTES_64_AT = 40;
    private static final int RECORD_64_AT = 8;
    private static final int LOOK_AT_64 = 0xFFFF;
    private static final long LOOK_AT_64_LONG = 0xFFFFFFFFL;

    static ArchiveDirectory of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            int tail = (int) Math.min(size, END_LENGTH + LONGEST_COMMENT + LOCATOR_LENGTH);
            ByteBuffer bytes = read(channel, size - tail, tail);
            for (int at = tail - END_LENGTH; at >= 0; at--) {
                if (bytes.getInt(at) == END) {
                    return at(channel, bytes, at);
                }
            }
            throw new WorkbookException(Code.DAMAGED_WORKBOOK);
        }
    }

    private static ArchiveDirectory at(FileChannel channel, ByteBuffer bytes, int at)
            throws IOException {
        int entries = Short.toUnsignedInt(bytes.getShort(at + ENTRIES_AT));
        long size = Integer.toUnsignedLong(bytes.getInt(at + BYTES_AT));
        int locator = at - LOCATOR_LENGTH;
        boolean is64 = entries == LOOK_AT_64 || size == LOOK_AT_64_LONG;
        if (!is64 || locator < 0 || bytes.getInt(locator) != LOCATOR) {
            return new ArchiveDirectory(entries, size);
        }
        long record = bytes.getLong(locator + RECORD_64_AT);
        if (record < 0 || record > channel.size() - END_64_LENGTH) {
            throw new WorkbookException(Code.DAMAGED_WORKBOOK);
        }
        ByteBuffer end = read(channel, record, END_64_LENGTH);
        return new ArchiveDirectory(end.getLong(ENTRIES_64_AT), end.getLong(BYTES_64_AT));
    }

    private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new WorkbookException(Code.DAMAGED_WORKBOOK);
            }
        }
        return bytes;
    }
}
