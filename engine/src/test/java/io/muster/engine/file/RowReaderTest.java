package io.muster.engine.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What callers rely on beyond the rows themselves.
class RowReaderTest {

    private static final TextFormat COMMAS =
            new TextFormat("UTF-8", ',', '"', 0, HeaderMode.PRESENT);
    private static final TextFormat BARE = new TextFormat("UTF-8", ',', '"', 0, HeaderMode.ABSENT);

    private static FileSource file(String text) {
        return FileSource.of(text.getBytes(UTF_8));
    }

    private static RowReader open(String text, FileFormat format) throws Exception {
        return RowReaders.open(file(text), format, Limits.DEFAULT);
    }

    @Test
    void skipsToARowWithoutLosingCount() throws Exception {
        String text = "a,b\n1,x\n\n\"3\n\",x\"\n\n5,x\n6,x\n".replace(",x\"", ",\"x\"");
        try (RowReader reader = open(text, COMMAS)) {
            assertThat(reader.skipTo(5)).isEqualTo(4);
            assertThat(Visible.row(Objects.requireNonNull(reader.next()))).isEqualTo("5@7 5|x");
            assertThat(reader.skipTo(2)).isZero();
            assertThat(Visible.row(Objects.requireNonNull(reader.next()))).isEqualTo("6@8 6|x");
            assertThat(reader.next()).isNull();
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void skipsOverTheFirstRowWhereThereIsNoHeader() throws Exception {
        try (RowReader reader = open("1,x\n2,x\n3,x\n", BARE)) {
            assertThat(reader.skipTo(3)).isEqualTo(2);
            assertThat(Visible.row(Objects.requireNonNull(reader.next()))).isEqualTo("3@3 3|x");
        }
        try (RowReader reader = open("1,x\n2,x\n", BARE)) {
            assertThat(reader.skipTo(1)).isZero();
            assertThat(Visible.row(Objects.requireNonNull(reader.next()))).isEqualTo("1@1 1|x");
        }
    }

    @Test
    void countsWhatTheReaderNumbers() throws Exception {
        FileSource rows = file("a,b\n1,2\n\n,\n\"3\n4\",5\n6,7,8\n\"x\"y,1\n9,9");
        assertThat(RowCount.of(rows, COMMAS, Limits.DEFAULT)).isEqualTo(7);
        assertThat(RowCount.of(rows, BARE, Limits.DEFAULT)).isEqualTo(8);
        assertThat(RowCount.of(file("a,b\n"), COMMAS, Limits.DEFAULT)).isZero();
    }

    @Test
    void anUnclosedQuoteStaysAnError() throws Exception {
        try (RowReader reader = open("a\n1\n\"2\n", COMMAS)) {
            assertThat(reader.next()).isInstanceOf(SourceRow.Filled.class);
            for (int i = 0; i < 2; i++) {
                UnreadableFileException e =
                        catchThrowableOfType(UnreadableFileException.class, reader::next);
                assertThat(e.line()).isEqualTo(3);
            }
        }
        assertThatThrownBy(() -> RowCount.of(file("a\n1\n\"2\n"), COMMAS, Limits.DEFAULT))
                .isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void aFailingStorageIsNoRowsFault() throws Exception {
        FileSource broken =
                new FileSource() {
                    @Override
                    public InputStream open() {
                        return new FilterInputStream(InputStream.nullInputStream()) {
                            private int calls;

                            @Override
                            public int read(byte[] to, int offset, int length) throws IOException {
                                if (calls++ > 0) {
                                    throw new IOException("disk gone");
                                }
                                byte[] start = "a,b\n1,2\n3,".getBytes(UTF_8);
                                System.arraycopy(start, 0, to, offset, start.length);
                                return start.length;
                            }
                        };
                    }

                    @Override
                    public long size() {
                        return 100;
                    }
                };
        try (RowReader reader = RowReaders.open(broken, COMMAS, Limits.DEFAULT)) {
            assertThat(reader.next()).isInstanceOf(SourceRow.Filled.class);
            assertThatThrownBy(reader::next)
                    .isInstanceOf(IOException.class)
                    .hasMessage("disk gone");
        }
    }

    @Test
    void previewsSamplesAndFillRates() throws Exception {
        FileSource source =
                file("Name,Town\nAnn,Ulm\nBea,\n,Ulm\n\nCem,Bonn,x\nDan,Bonn\n\"Eve,Rome\n");

        Preview preview = Preview.read(source, COMMAS, Limits.DEFAULT, 3);

        assertThat(preview.rows().stream().map(Visible::row))
                .containsExactly("1@2 Ann|Ulm", "2@3 Bea|", "3@4 |Ulm");
        assertThat(preview.columns())
                .containsExactly(
                        new Column(0, "Name", List.of("Ann", "Bea", "Dan"), 0.75),
                        new Column(1, "Town", List.of("Ulm", "Bonn"), 0.75));
    }

    @Test
    void quotesTheTextOfARowThatCannotBeTakenApart() throws Exception {
        try (RowReader reader = open("a,b\n1,\"5\" \0pipe\",2\n", COMMAS)) {
            SourceRow.Unreadable row = (SourceRow.Unreadable) Objects.requireNonNull(reader.next());
            assertThat(row.info())
                    .extracting(Info::value)
                    .containsExactly("1,\"5\" \\u0000pipe\",2");
        }
    }

    @Test
    void aFirstRowThatCannotBeReadNamesItsLineAndWhy() {
        Limits limits = limits(1_000, 10, 5, 100);
        assertRefused("\"a\"b,c\n1,2\n", limits, Code.STRAY_QUOTE);
        assertRefused("123456,c\n1,2\n", limits, Code.CELL_TOO_LONG);
        assertRefused("a".repeat(101), limits, Code.ROW_TOO_LONG);
    }

    private static Limits limits(long file, int columns, int cell, int row) {
        Limits usual = Limits.DEFAULT;
        return new Limits(file, columns, cell, row, usual.unpackedBytes(), usual.workbookParts());
    }

    private static void assertRefused(String text, Limits limits, Code why) {
        UnreadableFileException e =
                catchThrowableOfType(
                        UnreadableFileException.class,
                        () -> RowReaders.open(file(text), COMMAS, limits));
        assertThat(e.code()).isEqualTo(Code.NOT_A_TABLE);
        assertThat(e.line()).isEqualTo(1);
        assertThat(e).hasMessageContaining(why.sentence());
    }

    @Test
    void refusesFormatsThatNoFileHas() {
        assertThatThrownBy(() -> new TextFormat("UTF-9", ',', '"', 0, HeaderMode.PRESENT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TextFormat("UTF-8", '"', '"', 0, HeaderMode.PRESENT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TextFormat("UTF-8", '\n', '"', 0, HeaderMode.PRESENT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TextFormat("UTF-8", ',', '"', -1, HeaderMode.PRESENT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lettersColumnsLikeASpreadsheet() {
        assertThat(List.of(0, 25, 26, 51, 52, 701, 702).stream().map(Headers::letters))
                .containsExactly("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA");
    }
}
