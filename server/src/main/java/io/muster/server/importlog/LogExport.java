package io.muster.server.importlog;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.muster.engine.file.FormulaGuard;
import io.muster.engine.outcome.Info;
import io.muster.engine.report.RowsFile;
import io.muster.server.access.Sight;
import io.muster.server.tenants.TenantId;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes what a filter finds as a CSV file, page by page, however much it is. Cells that a
/// spreadsheet would run are neutralised. Only who sees people's values in full gets one.
@Component
public class LogExport {
    private static final int PAGE = 1_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final List<String> HEADERS =
            List.of(
                    "Received at",
                    "Result",
                    "Action",
                    "Name",
                    "Phone",
                    "Email",
                    "External id",
                    "Source",
                    "Import",
                    "File",
                    "Row",
                    "Attempt",
                    "Matched on",
                    "Contact",
                    "Code",
                    "Field",
                    "Message");

    private final ImportLog log;

    LogExport(ImportLog log) {
        this.log = log;
    }

    public void write(TenantId tenant, LogFilter filter, Writer out) throws IOException {
        // Spreadsheets take a file without it for one in their own code page.
        out.write(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(HEADERS);
            List<LogEntry> page = log.list(tenant, filter, Sight.WHOLE, null, PAGE);
            while (!page.isEmpty()) {
                page.forEach(entry -> csv.writeRecord(cells(entry)));
                page =
                        page.size() < PAGE
                                ? List.of()
                                : log.list(
                                        tenant, filter, Sight.WHOLE, page.getLast().place(), PAGE);
            }
        }
    }

    private static List<String> cells(LogEntry entry) {
        return List.of(
                entry.receivedAt().toString(),
                entry.result(),
                entry.action(),
                cell(entry.name()),
                cell(entry.phone()),
                cell(entry.email()),
                cell(entry.externalId()),
                cell(entry.source()),
                cell(entry.importNumber()),
                cell(entry.fileName()),
                Long.toString(entry.row()),
                Integer.toString(entry.attempt()),
                cell(entry.matchedOn()),
                cell(entry.contactId()),
                RowsFile.joined(entry.info(), one -> one.code().name()),
                RowsFile.joined(entry.info(), one -> Objects.requireNonNullElse(one.field(), "")),
                cell(RowsFile.joined(entry.info(), Info::message)));
    }

    private static String cell(@Nullable Object value) {
        return value == null ? "" : FormulaGuard.neutralise(value.toString());
    }
}
