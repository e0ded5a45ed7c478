package io.muster.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.muster.engine.outcome.Code;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Memory depends on the limits, not on what a hostile file holds.
class BoundedMemoryTest {

    private static final long HUGE = 100L << 20;

    /// What a thread may allocate in all to read a huge file; far less than the file, whatever is
    /// collected in between.
    private static final long ALLOCATED = 32L << 20;

    private static final TextFormat COMMAS =
            new TextFormat("UTF-8", ',', '"', 0, HeaderMode.PRESENT);

    private static Endless generated(String head, String filling, String tail) {
        return new Endless(head, filling, tail, HUGE);
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }

    @Test
    void anEndlessPlainCell() throws Exception {
        long before = allocated();
        try (RowReader reader = open(generated("a,b\n1,2\n3,", "x", "\n5,6\n"))) {
            assertThat(row(reader)).isEqualTo("1@2 1|2");
            assertThat(row(reader)).isEqualTo("2@3 ROW_TOO_LONG <3>");
            assertThat(row(reader)).isEqualTo("3@4 5|6");
            assertThat(reader.next()).isNull();
        }
        assertThat(allocated() - before).isLessThan(ALLOCATED);
    }

    @Test
    void aHugeQuotedCellThatIsClosed() throws Exception {
        long before = allocated();
        try (RowReader reader = open(generated("a,b\n3,\"", "no,row\n", "\"\n5,6\n"))) {
            assertThat(row(reader)).isEqualTo("1@2 ROW_TOO_LONG <3>");
            assertThat(row(reader)).startsWith("2@").endsWith(" 5|6");
            assertThat(reader.next()).isNull();
        }
        assertThat(allocated() - before).isLessThan(ALLOCATED);
    }

    @Test
    void anOpenQuoteToTheEnd() throws Exception {
        long before = allocated();
        try (RowReader reader =
                open(new Endless("a,b\n1,2\n\"3\n4\",\"", "no,row\n", "", 3 * HUGE))) {
            assertThat(row(reader)).isEqualTo("1@2 1|2");
            UnreadableFileException e =
                    catchThrowableOfType(UnreadableFileException.class, reader::next);
            assertThat(e.code()).isEqualTo(Code.UNCLOSED_QUOTE);
            assertThat(e.line()).isEqualTo(4);
        }
        assertThat(allocated() - before).isLessThan(ALLOCATED);
    }

    @Test
    void aHeaderWithoutEnd() throws Exception {
        long before = allocated();
        Endless columns = generated("a", ",c", "\n");
        UnreadableFileException tooMany =
                catchThrowableOfType(UnreadableFileException.class, () -> open(columns));
        assertThat(tooMany.code()).isEqualTo(Code.TOO_MANY_COLUMNS);

        Endless cell = generated("a", "b", "\n");
        UnreadableFileException tooLong =
                catchThrowableOfType(UnreadableFileException.class, () -> open(cell));
        assertThat(tooLong.code()).isEqualTo(Code.NOT_A_TABLE);
        assertThat(allocated() - before).isLessThan(2 * ALLOCATED);
    }

    @Test
    void anEndlessRunOfBytesThatAreNoText() throws Exception {
        long before = allocated();
        try (RowReader reader = open(new Endless("a,b\n1,", "\u00FF", "\n5,6\n", HUGE / 10))) {
            assertThat(row(reader)).isEqualTo("1@2 ROW_TOO_LONG UNDECODABLE <1>");
            assertThat(row(reader)).isEqualTo("2@3 5|6");
        }
        assertThat(allocated() - before).isLessThan(ALLOCATED);
    }

    @Test
    void detectionLooksAtABoundedPart() throws Exception {
        long before = allocated();
        FileFormat format =
                new FormatDetector(Limits.DEFAULT)
                        .detect(generated("a;b\n1;2\n3;\"", "no,row\n", ""))
                        .format();
        assertThat(Visible.format(format)).startsWith("UTF-8 ; ");
        assertThat(allocated() - before).isLessThan(ALLOCATED);
    }

    private static RowReader open(FileSource source) throws Exception {
        return RowReaders.open(source, COMMAS, Limits.DEFAULT);
    }

    private static String row(RowReader reader) throws Exception {
        return Visible.row(Objects.requireNonNull(reader.next()));
    }
}
