package io.muster.engine.file;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.muster.engine.file.Visible.Reading;
import io.muster.engine.outcome.Code;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What callers rely on when a file is a workbook.
class WorkbookReaderTest {

    private static final SheetFormat SHEET = new SheetFormat("Contacts", 0, HeaderMode.PRESENT);

    @TempDir private Path folder;

    private static FileSource gaps() throws IOException {
        return FileSource.of(
                new WorkbookFile()
                        .sheet(
                                "Contacts",
                                List.of(
                                        List.of("a"),
                                        List.of("1"),
                                        List.of(),
                                        List.of("*"),
                                        List.of("4"),
                                        List.of("s:5"),
                                        "<row r=\"9\"><c><v>8</v></c></row>",
                                        "<row r=\"5000\"><c s=\"1\"/></row>"))
                        .bytes());
    }

    /// After a crash a run goes on at a row's number.
    @ParameterizedTest
    @MethodSource("numbers")
    void goesOnAtAnyRow(long number) throws Exception {
        List<String> all = shown(Reading.of(gaps(), SHEET, Limits.DEFAULT).rows());
        assertThat(all).hasSize(8);
        try (RowReader reader = RowReaders.open(gaps(), SHEET, Limits.DEFAULT)) {
            long passed = Math.min(number - 1, 8);
            assertThat(reader.skipTo(number)).isEqualTo(passed);
            for (long next = passed; next < 8; next++) {
                assertThat(Visible.row(Objects.requireNonNull(reader.next())))
                        .isEqualTo(all.get((int) next));
            }
            assertThat(reader.next()).isNull();
            assertThat(reader.next()).isNull();
        }
    }

    static LongStream numbers() {
        return LongStream.rangeClosed(1, 11);
    }

    @Test
    void skipsFromWithinAGap() throws Exception {
        try (RowReader reader = RowReaders.open(gaps(), SHEET, Limits.DEFAULT)) {
            assertThat(Visible.row(Objects.requireNonNull(reader.next()))).isEqualTo("1@2 1");
            assertThat(Visible.row(Objects.requireNonNull(reader.next()))).isEqualTo("2@3 blank");
            assertThat(reader.skipTo(4)).isEqualTo(1);
            assertThat(Visible.row(Objects.requireNonNull(reader.next()))).isEqualTo("4@5 4");
            assertThat(reader.skipTo(7)).isEqualTo(2);
            assertThat(Visible.row(Objects.requireNonNull(reader.next()))).isEqualTo("7@8 blank");
        }
    }

    @Test
    void previewsAsItReads() throws Exception {
        Preview preview = Preview.read(gaps(), SHEET, Limits.DEFAULT, 2);
        assertThat(shown(preview.rows())).containsExactly("1@2 1", "2@3 blank");
        assertThat(preview.columns())
                .containsExactly(new Column(0, "a", List.of("1", "4", "5", "8"), 1));
    }

    @Test
    void anErrorStaysAnError() throws Exception {
        FileSource broken =
                FileSource.of(
                        new WorkbookFile()
                                .sheetXml("Contacts", "visible", "<sheetData><row><c><v>1</v></c></row><row></c>")
                                .bytes());
        try (RowReader reader = RowReaders.open(broken, SHEET, Limits.DEFAULT)) {
            for (int i = 0; i < 2; i++) {
                assertThat(catchThrowableOfType(UnreadableFileException.class, reader::next).code())
                        .isEqualTo(Code.DAMAGED_WORKBOOK);
            }
        }
    }

    @Test
    void leavesNoCopyBehind() throws Exception {
        byte[] bytes = new WorkbookFile().sheet("Contacts", List.of(List.of("a"), List.of("1"))).bytes();
        FileSource elsewhere =
                new FileSource() {
                    @Override
                    public InputStream open() {
                        return new ByteArrayInputStream(bytes);
                    }

                    @Override
                    public long size() {
                        return bytes.length;
                    }
                };
        long before = copies();
        try (RowReader reader = RowReaders.open(elsewhere, SHEET, Limits.DEFAULT)) {
            assertThat(copies()).as("while it is read").isEqualTo(before);
            assertThat(Visible.row(Objects.requireNonNull(reader.next()))).isEqualTo("1@2 1");
        }
    }

    private static long copies() throws IOException {
        try (var files = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), "muster-*.xlsx")) {
            long count = 0;
            for (Path ignored : files) {
                count++;
            }
            return count;
        }
    }

    @Test
    void aFailingStorageIsNoWorkbooksFault() {
        FileSource gone =
                new FileSource() {
                    @Override
                    public InputStream open() throws IOException {
                        throw new IOException("disk gone");
                    }

                    @Override
                    public long size() {
                        return 100;
                    }
                };
        assertThatThrownBy(() -> RowReaders.open(gone, SHEET, Limits.DEFAULT))
                .isInstanceOf(IOException.class)
                .hasMessage("disk gone");
    }

    /// Whether a file is text or a workbook says its content, and where a workbook lies makes no
    /// difference.
    @Test
    void namesMeanNothing() throws Exception {
        Path csv = Files.write(folder.resolve("contacts.xlsx"), "a,b\n1,2\n".getBytes(UTF_8));
        assertThat(detect(FileSource.of(csv))).isInstanceOf(TextDetection.class);

        byte[] bytes = new WorkbookFile().sheet("Contacts", List.of(List.of("a"), List.of("1"))).bytes();
        Path xlsx = Files.write(folder.resolve("contacts.csv"), bytes);
        assertThat(detect(FileSource.of(xlsx)).format()).isEqualTo(SHEET);
        assertThat(detect(FileSource.of(bytes)).format()).isEqualTo(SHEET);
    }

    private static Detection detect(FileSource source) throws Exception {
        return new FormatDetector(Limits.DEFAULT).detect(source);
    }

    @ParameterizedTest
    @CsvSource({
        "xl/workbook.bin, NOT_A_TABLE, .xlsb",
        "META-INF/manifest.xml, NOT_A_TABLE, OpenDocument",
        "Index/Document.iwa, NOT_A_TABLE, Numbers",
        "word/document.xml, NOT_A_TABLE, text document",
        "ppt/presentation.xml, NOT_A_TABLE, presentation",
        "contacts.csv, NOT_A_TABLE, Unpack it",
        "xl/workbook.xml, DAMAGED_WORKBOOK, damaged"
    })
    void tellsArchivesApart(String part, Code code, String words) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(part));
            zip.write("<workbook/>".getBytes(UTF_8));
        }
        assertRefused(bytes.toByteArray(), code, words);
    }

    @Test
    void refusesOldWorkbooksAndProtectedOnes() throws Exception {
        ByteBuffer file = ByteBuffer.allocate(200_000).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0, 0xE011CFD0).putInt(4, 0xE11AB1A1);
        file.putShort(30, (short) 9).putInt(48, 300);
        assertRefused(file.array(), Code.NOT_A_TABLE, "old Excel workbook (.xls)");
        file.put(301 * 512 + 128, "EncryptedPackage".getBytes(UTF_16LE));
        assertRefused(file.array(), Code.ENCRYPTED_FILE, "password");
        assertRefused(Arrays.copyOf(file.array(), 100), Code.NOT_A_TABLE, "old Excel");
    }

    private static void assertRefused(byte[] file, Code code, String words) {
        UnreadableFileException e =
                catchThrowableOfType(
                        UnreadableFileException.class, () -> detect(FileSource.of(file)));
        assertThat(e.code()).isEqualTo(code);
        assertThat(e.sentence()).contains(words);
    }

    /// Cut off anywhere, or with a byte changed anywhere, a workbook is read or refused, and nothing
    /// else.
    @Test
    void damageIsNeverAnAccident() throws Exception {
        byte[] sound = gapsBytes();
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            byte[] damaged = sound.clone();
            if (i % 4 == 0) {
                damaged = Arrays.copyOf(damaged, 4 + random.nextInt(damaged.length - 4));
            } else {
                damaged[4 + random.nextInt(damaged.length - 4)] = (byte) random.nextInt();
            }
            FileSource source = FileSource.of(damaged);
            try {
                Reading.of(source, detect(source).format(), Limits.DEFAULT);
            } catch (UnreadableFileException e) {
                assertThat(e.sentence()).isNotBlank();
            }
        }
    }

    private static byte[] gapsBytes() throws IOException {
        try (InputStream in = gaps().open()) {
            return in.readAllBytes();
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    /// Another writer's workbooks read like text of the same cells, and like another reader reads
    /// them.
    @ParameterizedTest
    @MethodSource("seeds")
    void readsWhatAnotherWriterWrites(long seed) throws Exception {
        Random random = new Random(seed);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<String> expected = new ArrayList<>();
        int columns = 1 + random.nextInt(8);
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Contacts");
            for (int c = 0; c < columns; c++) {
                sheet.value(0, c, "h" + c);
            }
            int rows = random.nextInt(300);
            for (int r = 1; r <= rows; r++) {
                List<String> cells = new ArrayList<>();
                for (int c = 0; c < columns; c++) {
                    cells.add(write(sheet, r, c, random));
                }
                expected.add(String.join("|", cells));
            }
        }

        Reading reading = Reading.of(FileSource.of(bytes.toByteArray()), SHEET, Limits.DEFAULT);

        List<String> read = new ArrayList<>();
        for (SourceRow row : reading.rows()) {
            read.add(
                    row instanceof SourceRow.Filled filled
                            ? String.join("|", filled.cells())
                            : "|".repeat(columns - 1));
        }
        while (read.size() < expected.size()) {
            read.add("|".repeat(columns - 1));
        }
        assertThat(read).isEqualTo(expected);
        assertThat(otherReader(bytes.toByteArray(), columns)).isEqualTo(expected.stream().filter(r -> !r.matches("\\|*")).toList());
    }

    private static String write(Worksheet sheet, int row, int column, Random random) {
        switch (random.nextInt(5)) {
            case 0 -> {
                return "";
            }
            case 1 -> {
                long phone = random.nextLong(1_000_000_000L, 999_999_999_999L);
                sheet.value(row, column, phone);
                return Long.toString(phone);
            }
            case 2 -> {
                String text = "ä<&>\"" + (char) ('a' + random.nextInt(26)) + random.nextInt(9);
                sheet.inlineString(row, column, text);
                return text;
            }
            default -> {
                String text = "text " + random.nextInt(20);
                sheet.value(row, column, text);
                return text;
            }
        }
    }

    private List<String> otherReader(byte[] bytes, int columns) throws IOException {
        Path file = Files.write(folder.resolve("other.xlsx"), bytes);
        List<String> rows = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                var stream = workbook.getFirstSheet().openStream()) {
            stream.skip(1)
                    .forEach(row -> {
                        List<String> cells = new ArrayList<>();
                        for (int c = 0; c < columns; c++) {
                            cells.add(row.getCellText(c));
                        }
                        rows.add(String.join("|", cells));
                    });
        }
        return rows.stream().filter(row -> !row.matches("\\|*")).toList();
    }

    private static List<String> shown(List<SourceRow> rows) {
        return rows.stream().map(Visible::row).toList();
    }
}
