package io.muster.engine.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever goes to a place reads the very rows that follow there for those who came by reading.
class RowPlaceTest {
    private static final int ROWS = 4_000;
    private static final int STEP = 37;
    private static final List<String> MESS =
            List.of(
                    "plain,cells,here",
                    "é,李字,ß",
                    "\"two\nlines\",\"a \"\"quote\"\"\",x",
                    "",
                    ",,",
                    "\"stray\"quote,b,c",
                    "too,many,cells,by,far",
                    "short",
                    "\u0000nul,b,c",
                    "x".repeat(900) + ",\"" + "y,\n".repeat(200) + "\",z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTF-8",
                "windows-1252",
                "UTF-16LE",
                "UTF-16BE",
                "UTF-32LE",
                "GB18030",
                "Shift_JIS"
            })
    void theRowsBehindAPlaceAreTheSame(String charset) throws Exception {
        Random random = new Random(charset.hashCode());
        FileSource file = FileSource.of(messy(Charset.forName(charset), random));
        TextFormat format = new TextFormat(charset, ',', '"', 2, HeaderMode.PRESENT);
        List<SourceRow> all = new ArrayList<>();
        List<RowPlace> places = new ArrayList<>();
        try (RowReader reader = RowReaders.open(file, format, Limits.DEFAULT)) {
            for (SourceRow row = reader.next(); row != null; row = reader.next()) {
                all.add(row);
                if (row.number() % STEP == 0) {
                    places.add(place(reader));
                }
            }
        }
        assertThat(all).hasSizeGreaterThan(ROWS - 1);
        assertThat(all.stream().filter(SourceRow.Unreadable.class::isInstance)).isNotEmpty();

        for (int round = 0; round < 40; round++) {
            try (RowReader reader = RowReaders.open(file, format, Limits.DEFAULT)) {
                int next = random.nextInt(3);
                for (int hop = 0; hop < 3 && next < places.size(); hop++) {
                    RowPlace place = places.get(next);
                    reader.goTo(place);
                    int rows = 1 + random.nextInt(2 * STEP);
                    int from = (int) place.row() - 1;
                    int to = Math.min(from + rows, all.size());
                    assertThat(read(reader, to - from)).isEqualTo(all.subList(from, to));
                    next += 2 + rows / STEP + random.nextInt(places.size() / 3);
                }
            }
        }
    }

    @Test
    void aFileWithoutHeaderHasPlacesToo() throws Exception {
        FileSource file = FileSource.of("1,a\n2,b\n3,c\n".getBytes("UTF-8"));
        TextFormat format = new TextFormat("UTF-8", ',', '"', 0, HeaderMode.ABSENT);
        try (RowReader reader = RowReaders.open(file, format, Limits.DEFAULT);
                RowReader other = RowReaders.open(file, format, Limits.DEFAULT)) {
            assertThat(reader.place()).as("the first row was read already").isNull();
            reader.next();
            RowPlace second = place(reader);
            assertThat(second.line()).isEqualTo(2);
            other.goTo(second);
            assertThat(other.next()).isEqualTo(reader.next());
        }
    }

    @Test
    void anEncodingWithStateHasNone() throws Exception {
        FileSource file = FileSource.of("h\na\nb\n".getBytes("UTF-16"));
        TextFormat format = new TextFormat("UTF-16", ',', '"', 0, HeaderMode.PRESENT);
        try (RowReader reader = RowReaders.open(file, format, Limits.DEFAULT)) {
            assertThat(reader.place()).isNull();
        }
    }

    private static RowPlace place(RowReader reader) {
        return Objects.requireNonNull(reader.place());
    }

    private static List<SourceRow> read(RowReader reader, int count) throws Exception {
        List<SourceRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(reader.next());
        }
        return rows;
    }

    /// Bytes that are no text stand in it, too.
    private static byte[] messy(Charset charset, Random random) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write("a preamble\r\nof two lines\nA,B,C\n".getBytes(charset));
        for (int i = 0; i < ROWS; i++) {
            String text = MESS.get(random.nextInt(random.nextInt(40) == 0 ? MESS.size() : 3));
            out.write(text.getBytes(charset));
            if (charset.name().equals("UTF-8") && random.nextInt(50) == 0) {
                out.write(new byte[] {(byte) 0xC3, (byte) 0xFF});
            }
            out.write((random.nextBoolean() ? "\n" : "\r\n").getBytes(charset));
        }
        return out.toByteArray();
    }
}
