package io.muster.engine.file.xlsx;

import io.muster.engine.outcome.Code;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// The archive that a workbook is. Bombs are known by the directory, before anything is unpacked.
final class Archive implements Closeable {

    /// No token is longer that a spreadsheet writes: a cell has 32,767 characters.
    private static final int TOKEN = 1 << 20;

    private static final int BYTES_PER_CHAR = 8;

    /// More than names and attributes of an entry take.
    private static final long ENTRY = 1_024;

    /// Sheets shrink to a twentieth, or less where they are mostly empty; bombs to a thousandth.
    private static final int DENSEST = 200;

    /// What is smaller is no bomb, however dense.
    private static final long HARMLESS = 8L << 20;

    private final ZipFile zip;
    private final int tokenBytes;

    private Archive(ZipFile zip, int tokenBytes) {
        this.zip = zip;
        this.tokenBytes = tokenBytes;
    }

    /// @throws WorkbookException when it is damaged, too large unpacked, or a bomb
    static Archive open(Path file, WorkbookLimits limits) throws IOException {
        ArchiveDirectory directory = ArchiveDirectory.of(file);
        if (directory.entries() > limits.entries()
                || directory.bytes() > limits.entries() * ENTRY) {
            throw tooManyEntries(limits);
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new WorkbookException(Code.DAMAGED_WORKBOOK);
        }
        try {
            requireHarmless(zip, limits);
        } catch (WorkbookException | RuntimeException e) {
            zip.close();
            throw e;
        }
        return new Archive(zip, Math.max(TOKEN, limits.cellChars() * BYTES_PER_CHAR));
    }

    private static void requireHarmless(ZipFile zip, WorkbookLimits limits)
            throws WorkbookException {
        if (zip.size() > limits.entries()) {
            throw tooManyEntries(limits);
        }
        long all = 0;
        for (ZipEntry entry :
                (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
            long size = entry.getSize();
            all += size;
            if (size > limits.unpackedBytes() || all > limits.unpackedBytes()) {
                throw new WorkbookException(
                        Code.WORKBOOK_TOO_LARGE,
                        "Unpacked, the workbook is larger than %,d bytes. Split it, or save it as CSV and import that."
                                .formatted(limits.unpackedBytes()));
            }
            if (size > HARMLESS && size / DENSEST > entry.getCompressedSize()) {
                throw new WorkbookException(
                        Code.UNSAFE_WORKBOOK,
                        "The workbook unpacks to more than %d times its size, as archives do that are made to harm. Save it as CSV and import that."
                                .formatted(DENSEST));
            }
        }
    }

    private static WorkbookException tooManyEntries(WorkbookLimits limits) {
        return new WorkbookException(
                Code.WORKBOOK_TOO_LARGE,
                "The workbook has more than %,d parts. Save it as CSV and import that."
                        .formatted(limits.entries()));
    }

    boolean has(String name) {
        return entry(name) != null;
    }

    /// Opens a part; names are taken as Windows would.
    Optional<PartStream> part(String name) throws IOException {
        ZipEntry entry = entry(name);
        if (entry == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new PartStream(zip.getInputStream(entry), entry.getSize(), tokenBytes));
        } catch (ZipException e) {
            throw new WorkbookException(Code.DAMAGED_WORKBOOK);
        }
    }

    private @Nullable ZipEntry entry(String name) {
        ZipEntry exact = zip.getEntry(name);
        if (exact != null) {
            return exact;
        }
        String sought = name.toLowerCase(Locale.ROOT);
        return zip.stream()
                .filter(entry ->
                        entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT).equals(sought))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
