package io.muster.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.file.FileSource;
import io.muster.engine.file.FormatDetector;
import io.muster.engine.file.FormulaGuard;
import io.muster.engine.file.Limits;
import io.muster.engine.file.RowReader;
import io.muster.engine.file.RowReaders;
import io.muster.engine.file.SourceRow;
import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What goes out comes back: by each kind of file, cells that spreadsheets would run or ruin too.
class RowsFileTest {
    private static final List<String> HEADERS = List.of("Phone", "+Note", "Text");
    private static final List<List<String>> ROWS =
            List.of(
                    List.of("+49 30 80445685", "=1+1", "two\nlines, \"quoted\""),
                    List.of("0049", "-", "2.12556E+9"),
                    List.of("", "@here", "'quoted already"));

    @Test
    void aCsvFileReadsBackAsItWas() throws Exception {
        var bytes = new ByteArrayOutputStream();
        write(
                new RowsReport(
                        new OutputStreamWriter(bytes, StandardCharsets.UTF_8), HEADERS, "an id"));
        check(bytes.toByteArray());
    }

    @Test
    void aWorkbookReadsBackAsItWas() throws Exception {
        var bytes = new ByteArrayOutputStream();
        write(new RowsWorkbook(bytes, HEADERS, "an id"));
        check(bytes.toByteArray());
    }

    @Test
    void cellsWithoutAColumnStandBehind() {
        List<String> added =
                RowsFile.added(
                        7,
                        "failed",
                        List.of("a", "b", "c", "", "left over"),
                        List.of(Info.of(Code.LONG_ROW)),
                        3,
                        "an id");

        assertThat(added.subList(4, added.size()))
                .containsExactly(Code.LONG_ROW.sentence(), "an id", "", "left over");
    }

    private static void write(RowsFile file) throws Exception {
        try (file) {
            long number = 0;
            for (List<String> cells : ROWS) {
                file.row(
                        ++number,
                        "failed",
                        cells,
                        List.of(Info.of(Code.INVALID_PHONE, "phone", cells.getFirst())),
                        Set.of(0));
            }
        }
    }

    private static void check(byte[] bytes) throws Exception {
        FileSource source = FileSource.of(bytes);
        try (RowReader reader =
                RowReaders.open(
                        source,
                        new FormatDetector(Limits.DEFAULT).detect(source).format(),
                        Limits.DEFAULT)) {
            List<String> headers = new ArrayList<>(HEADERS);
            headers.addAll(RowsFile.ADDED);
            assertThat(restored(reader.headers())).isEqualTo(headers);
            for (int i = 0; i < ROWS.size(); i++) {
                SourceRow row = Objects.requireNonNull(reader.next());
                assertThat(restored(row.cells()).subList(0, HEADERS.size())).isEqualTo(ROWS.get(i));
                assertThat(row.cells().subList(HEADERS.size(), row.cells().size()))
                        .containsExactly(
                                Long.toString(i + 1),
                                "failed",
                                "INVALID_PHONE",
                                "phone",
                                Code.INVALID_PHONE.sentence(),
                                "an id");
            }
            assertThat(reader.next()).isNull();
        }
    }

    private static List<String> restored(List<String> cells) {
        return cells.stream().map(FormulaGuard::restore).toList();
    }
}
