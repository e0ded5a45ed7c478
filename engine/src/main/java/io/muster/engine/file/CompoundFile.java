package io.muster.engine.file;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import io.muster.engine.outcome.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The container of old Office files, in which workbooks with a password are kept as well.
final class CompoundFile {

    private static final byte[] SIGNATURE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(UTF_16LE);

    private static final int HEADER = 512;
    private static final int SECTOR_SHIFT_AT = 30;
    private static final int LARGEST_SHIFT = 12;
    private static final int DIRECTORY_AT = 48;
    private static final int DIRECTORY = 8 * 1024;

    private CompoundFile() {}

    static boolean is(byte[] head) {
        return startsWith(head, 0, SIGNATURE);
    }

    static UnreadableFileException refusal(FileSource source, byte[] head) throws IOException {
        return holdsEncrypted(head) || holdsEncrypted(directory(source, head))
                ? new UnreadableFileException(Code.ENCRYPTED_FILE)
                : new UnreadableFileException(
                        Code.NOT_A_TABLE,
                        0,
                        "This is an old Excel workbook (.xls) or another old Office file. Open it in a spreadsheet and save it as .xlsx or CSV.");
    }

    /// The names of the streams inside, which may stand anywhere in the file.
    private static byte[] directory(FileSource source, byte[] head) throws IOException {
        if (head.length < HEADER) {
            return head;
        }
        ByteBuffer header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        int shift = header.getShort(SECTOR_SHIFT_AT);
        long sector = Integer.toUnsignedLong(header.getInt(DIRECTORY_AT));
        if (shift < 0 || shift > LARGEST_SHIFT) {
            return head;
        }
        try (InputStream in = source.open()) {
            in.skip((sector + 1) << shift);
            return in.readNBytes(DIRECTORY);
        }
    }

    private static boolean holdsEncrypted(byte[] bytes) {
        for (int i = 0; i <= bytes.length - ENCRYPTED.length; i++) {
            if (startsWith(bytes, i, ENCRYPTED)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] bytes, int from, byte[] start) {
        if (from + start.length > bytes.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (bytes[from + i] != start[i]) {
                return false;
            }
        }
        return true;
    }
}
