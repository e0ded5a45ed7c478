package io.muster.engine.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.file.Visible.Reading;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where buffers begin and end must not show: neither in rows nor in lines and offsets.
class BuffersTest {

    private static final TextFormat COMMAS =
            new TextFormat("UTF-8", ',', '"', 0, HeaderMode.PRESENT);

    /// Delivers the bytes in pieces, as a network does.
    private static FileSource inPieces(byte[] bytes, int piece) {
        return new FileSource() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes) {
                    @Override
                    public int read(byte[] to, int offset, int length) {
                        return super.read(to, offset, Math.min(length, piece));
                    }
                };
            }
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1 << 20})
    void piecesOfAnySize(int piece) throws Exception {
        byte[] bytes =
                "\uFEFFa,b\r\n\"x\r\ny\",é\r\r\n😀,\"say \"\"hi\"\"\"\n\r\n5,6\r".getBytes(UTF_8);

        Reading reading = Reading.of(inPieces(bytes, piece), COMMAS, Limits.DEFAULT);

        assertThat(reading.headers()).containsExactly("a", "b");
        assertThat(reading.rows().stream().map(Visible::row))
                .containsExactly(
                        "1@2 x\\r\\ny|é", "2@4 blank", "3@5 😀|say \"hi\"", "4@6 blank", "5@7 5|6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void manyRowsOfEveryLength(String newline) throws Exception {
        StringBuilder text = new StringBuilder("a,b,c").append(newline);
        List<String> expected = new ArrayList<>();
        long line = 2;
        for (int i = 1; i <= 20_000; i++) {
            String cell = "x".repeat(i * 31 % 97);
            boolean twoLines = i % 5 == 0;
            text.append(i)
                    .append(',')
                    .append(cell)
                    .append(twoLines ? ",\"1" + newline + "2\"" : ",ü");
            text.append(newline);
            String shown = newline.replace("\r", "\\r").replace("\n", "\\n");
            expected.add(
                    i
                            + "@"
                            + line
                            + " "
                            + i
                            + "|"
                            + cell
                            + "|"
                            + (twoLines ? "1" + shown + "2" : "ü"));
            line += twoLines ? 2 : 1;
        }

        Reading reading =
                Reading.of(FileSource.of(text.toString().getBytes(UTF_8)), COMMAS, Limits.DEFAULT);

        assertThat(reading.rows().stream().map(Visible::row)).isEqualTo(expected);
    }

    @Test
    void aLongLineAfterAStrayQuoteIsDroppedWhole() throws Exception {
        String text = "a,b\n\"1\"" + "x,".repeat(20_000) + "\n3,4\n";

        Reading reading = Reading.of(FileSource.of(text.getBytes(UTF_8)), COMMAS, Limits.DEFAULT);

        assertThat(reading.rows().stream().map(Visible::row))
                .containsExactly("1@2 STRAY_QUOTE <>", "2@3 3|4");
    }

    @Test
    void damageFarIntoTheFile() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("a,b\n".getBytes(UTF_8));
        List<String> offsets = new ArrayList<>();
        for (int i = 1; i <= 20_000; i++) {
            bytes.writeBytes((i + ",äöü" + "z".repeat(i % 13)).getBytes(UTF_8));
            if (i % 997 == 0) {
                offsets.add(i + ": offset " + bytes.size() + " ");
                bytes.writeBytes("\u00E9\u00E9".getBytes(ISO_8859_1));
            }
            bytes.write('\n');
        }

        Reading reading = Reading.of(FileSource.of(bytes.toByteArray()), COMMAS, Limits.DEFAULT);

        assertThat(reading.rows()).hasSize(20_000);
        List<String> found = new ArrayList<>();
        for (SourceRow row : reading.rows()) {
            if (row instanceof SourceRow.Unreadable(long number, _, _, var info)) {
                String message = info.getFirst().message();
                found.add(number + message.replaceFirst(".*(offset \\d+ ).*", ": $1"));
            }
        }
        assertThat(found).isEqualTo(offsets);
    }
}
