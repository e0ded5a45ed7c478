package io.muster.engine.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.file.Visible.Reading;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random tables, written in random dialects, read back exactly. The seed is the test's name.
class RandomTablesTest {

    private static final List<String> CHARSETS =
            List.of(
                    "UTF-8",
                    "windows-1252",
                    "UTF-16LE",
                    "UTF-16BE",
                    "UTF-32LE",
                    "GB18030",
                    "Shift_JIS");
    private static final char[] DELIMITERS = {',', ';', '\t', '|', '^'};
    private static final char[] QUOTES = {'"', '\''};
    private static final List<String> NEWLINES = List.of("\n", "\r\n", "\r");
    private static final List<String> PIECES =
            List.of(
                    "a",
                    "B",
                    "7",
                    "00",
                    " ",
                    ",",
                    ";",
                    "|",
                    "^",
                    "\"",
                    "'",
                    "\t",
                    "\n",
                    "\r\n",
                    "\r",
                    "é",
                    "ß",
                    "€",
                    "Å",
                    "李",
                    "字",
                    "😀",
                    "é",
                    "-",
                    "@",
                    ".",
                    "=1",
                    "+49",
                    "x".repeat(300));

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readBackExactly(long seed) throws Exception {
        Random random = new Random(seed);
        Charset charset = Charset.forName(CHARSETS.get(random.nextInt(CHARSETS.size())));
        char delimiter = DELIMITERS[random.nextInt(DELIMITERS.length)];
        char quote = QUOTES[random.nextInt(QUOTES.length)];
        int columns = 1 + random.nextInt(6);
        List<List<String>> table = table(random, charset, columns, random.nextInt(60));
        int preamble = random.nextInt(3);

        StringBuilder text = new StringBuilder("\uFEFF".repeat(mark(charset, random)));
        text.append(("any \"text" + newline(random)).repeat(preamble));
        List<String> header = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            header.add("h" + i);
        }
        write(text, random, delimiter, quote, header);
        for (List<String> row : table) {
            text.append(newline(random));
            write(text, random, delimiter, quote, row);
        }
        text.append(random.nextBoolean() ? newline(random) : "");

        FileFormat format =
                new TextFormat(charset.name(), delimiter, quote, preamble, HeaderMode.PRESENT);
        Reading reading =
                Reading.of(
                        FileSource.of(text.toString().getBytes(charset)), format, Limits.DEFAULT);

        assertThat(reading.failure()).isNull();
        assertThat(reading.headers()).isEqualTo(header);
        List<List<String>> read = new ArrayList<>();
        for (SourceRow row : reading.rows()) {
            assertThat(row.number()).isEqualTo(read.size() + 1);
            read.add(
                    switch (row) {
                        case SourceRow.Filled filled -> filled.cells();
                        case SourceRow.Blank _ -> blank(columns);
                        case SourceRow.Unreadable bad -> throw new AssertionError(bad);
                    });
        }
        assertThat(read).isEqualTo(table.stream().map(RandomTablesTest::cleaned).toList());
    }

    private static int mark(Charset charset, Random random) {
        return charset.name().startsWith("UTF-") ? random.nextInt(2) : 0;
    }

    private static String newline(Random random) {
        return NEWLINES.get(random.nextInt(NEWLINES.size()));
    }

    private static List<List<String>> table(Random random, Charset charset, int columns, int rows) {
        List<List<String>> table = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            List<String> row = new ArrayList<>();
            for (int c = 0; c < columns; c++) {
                row.add(cell(random, charset));
            }
            table.add(row);
        }
        return table;
    }

    private static String cell(Random random, Charset charset) {
        StringBuilder cell = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            cell.append(charset.newEncoder().canEncode(piece) ? piece : "?");
        }
        return cell.toString();
    }

    /// A single blank cell is quoted: bare, it would vanish between a CR and an LF, or at the end.
    private static void write(
            StringBuilder text, Random random, char delimiter, char quote, List<String> row) {
        for (int i = 0; i < row.size(); i++) {
            if (i > 0) {
                text.append(delimiter);
            }
            String cell = row.get(i);
            boolean lost = cell.isEmpty() && row.size() == 1;
            boolean must =
                    lost
                            || cell.indexOf(delimiter) >= 0
                            || cell.indexOf(quote) == 0
                            || cell.indexOf('\n') >= 0
                            || cell.indexOf('\r') >= 0;
            if (must || random.nextInt(4) == 0) {
                String mark = String.valueOf(quote);
                text.append(mark).append(cell.replace(mark, mark + mark)).append(mark);
            } else {
                text.append(cell);
            }
        }
    }

    /// An independent reading of the rule for cells.
    private static List<String> cleaned(List<String> row) {
        return row.stream().map(c -> Normalizer.normalize(c.strip(), Normalizer.Form.NFC)).toList();
    }

    private static List<String> blank(int columns) {
        return Collections.nCopies(columns, "");
    }
}
