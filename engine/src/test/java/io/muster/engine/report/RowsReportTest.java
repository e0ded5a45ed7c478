package io.muster.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.file.FileSource;
import io.muster.engine.file.HeaderMode;
import io.muster.engine.file.Limits;
import io.muster.engine.file.RowReader;
import io.muster.engine.file.RowReaders;
import io.muster.engine.file.SourceRow;
import io.muster.engine.file.TextFormat;
import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rows go out with all that they held. One that could not be read is not taken for another when it
/// comes back as it is.
class RowsReportTest {
    private static final List<String> HEADERS = List.of("phone", "email", "company", "city");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "+12125550142,a@x.org,Smith, Inc,Boston | Boston",
                "+12125550142,a@x.org,\"Smith\" Inc,Boston | Inc",
                "+12125550142,a@x.org,Sm\u0001th,Boston | Sm\\u0001th",
            })
    void whatCouldNotBeReadIsRefusedAgain(String line, String kept) throws Exception {
        SourceRow.Unreadable row = (SourceRow.Unreadable) rows(HEADERS, line).getFirst();
        String file = report(row.cells(), row.info());

        assertThat(file).contains(kept);
        SourceRow again = rows(file).getFirst();
        assertThat(again).isInstanceOf(SourceRow.Unreadable.class);
        assertThat(((SourceRow.Unreadable) again).info())
                .extracting(Info::code)
                .contains(Code.LONG_ROW);
    }

    @Test
    void aRefusedValueComesBackAsItWas() throws Exception {
        List<String> cells = List.of("+49 30 1", "=cmd()", "", "Bonn");
        String file = report(cells, List.of(Info.of(Code.INVALID_PHONE, "phone", "+49 30 1")));

        SourceRow.Filled again = (SourceRow.Filled) rows(file).getFirst();
        assertThat(again.cells().subList(0, HEADERS.size()))
                .containsExactly("'+49 30 1", "'=cmd()", "", "Bonn");
    }

    private static String report(List<String> cells, List<Info> info) throws Exception {
        StringWriter out = new StringWriter();
        try (RowsReport report = new RowsReport(out, HEADERS, "an id")) {
            report.row(1, "failed", cells, info, Set.of());
        }
        return out.toString();
    }

    private static List<SourceRow> rows(List<String> headers, String line) throws Exception {
        return rows(String.join(",", headers) + "\n" + line + "\n");
    }

    private static List<SourceRow> rows(String text) throws Exception {
        FileSource file = FileSource.of(text.getBytes(StandardCharsets.UTF_8));
        TextFormat format = new TextFormat("UTF-8", ',', '"', 0, HeaderMode.PRESENT);
        List<SourceRow> rows = new ArrayList<>();
        try (RowReader reader = RowReaders.open(file, format, Limits.DEFAULT)) {
            for (SourceRow row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }
}
