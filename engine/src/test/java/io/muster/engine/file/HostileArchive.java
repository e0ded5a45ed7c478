package io.muster.engine.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes workbooks that are too large to be held in memory, straight into a file.
final class HostileArchive implements AutoCloseable {

    private static final int DIRECTORY_ENTRY = 0x02014b50;
    private static final int UNPACKED_SIZE_AT = 24;
    private static final int NAME_LENGTH_AT = 28;
    private static final int NAME_AT = 46;

    /// Writes a part piece by piece.
    interface Content {
        void writeTo(Sink sink);
    }

    /// Takes the pieces of a part.
    interface Sink {
        void write(String text);
    }

    private final Path path;
    private final ZipOutputStream zip;

    HostileArchive() throws IOException {
        path = Files.createTempFile("hostile-", ".xlsx");
        zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(path)));
        part(
                "_rels/.rels",
                "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        part(
                "xl/workbook.xml",
                "<workbook><sheets><sheet name=\"Contacts\" r:id=\"r1\" xmlns:r=\"r\"/></sheets></workbook>");
        part(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"sheet.xml\"/>"
                        + "<Relationship Id=\"r2\" Type=\"x/sharedStrings\" Target=\"strings.xml\"/>"
                        + "<Relationship Id=\"r3\" Type=\"x/styles\" Target=\"styles.xml\"/></Relationships>");
    }

    HostileArchive part(String name, String content) throws IOException {
        return part(name, sink -> sink.write(content));
    }

    HostileArchive part(String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        content.writeTo(text -> {
            try {
                zip.write(text.getBytes(UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        zip.closeEntry();
        return this;
    }

    /// @param rows the rows of the sheet, as XML
    HostileArchive sheet(Content rows) throws IOException {
        return part(
                "xl/sheet.xml",
                sink -> {
                    sink.write("<worksheet><sheetData>");
                    rows.writeTo(sink);
                    sink.write("</sheetData></worksheet>");
                });
    }

    static Content repeated(String text, int times) {
        String block = text.repeat(1_000);
        return sink -> {
            for (int i = 0; i < times; i += 1_000) {
                sink.write(block);
            }
        };
    }

    FileSource source() throws IOException {
        zip.close();
        return FileSource.of(path);
    }

    /// Makes the archive's directory say that a part is smaller than it is.
    FileSource withSizeOf(String part, int size) throws IOException {
        zip.close();
        byte[] bytes = Files.readAllBytes(path);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < bytes.length - NAME_AT; at++) {
            if (buffer.getInt(at) == DIRECTORY_ENTRY
                    && new String(bytes, at + NAME_AT, buffer.getShort(at + NAME_LENGTH_AT), UTF_8)
                            .equals(part)) {
                buffer.putInt(at + UNPACKED_SIZE_AT, size);
            }
        }
        Files.write(path, bytes);
        return FileSource.of(path);
    }

    /// Makes the archive end with a directory that is as large as the file says.
    FileSource withDirectoryOf(int megabytes) throws IOException {
        zip.close();
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
            end.putInt(0, 0x06054b50).putInt(12, megabytes << 20);
            file.seek((long) megabytes << 20);
            file.write(end.array());
        }
        return FileSource.of(path);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
