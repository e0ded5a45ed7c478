package io.muster.server.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.muster.engine.file.FormulaGuard;
import io.muster.server.audit.AuditEntry.Place;
import io.muster.server.tenants.TenantId;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes what a filter finds as a CSV file, page by page, however much it is. Cells that a
/// spreadsheet would run are neutralised.
@Component
public class AuditExport {
    private static final int PAGE = 1_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final List<String> HEADERS =
            List.of(
                    "At",
                    "By kind",
                    "By",
                    "By id",
                    "Action",
                    "Subject kind",
                    "Subject",
                    "Subject id",
                    "Detail");

    private final AuditTrail trail;

    AuditExport(AuditTrail trail) {
        this.trail = trail;
    }

    public void write(TenantId tenant, AuditFilter filter, Writer out) throws IOException {
        // Spreadsheets take a file without it for one in their own code page.
        out.write(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(HEADERS);
            Place after = null;
            List<AuditEntry> page;
            do {
                page = trail.list(tenant, filter, after, PAGE);
                page.forEach(entry -> csv.writeRecord(cells(entry)));
                after = page.isEmpty() ? null : page.getLast().place();
            } while (page.size() == PAGE);
        }
    }

    private static List<String> cells(AuditEntry entry) {
        return List.of(
                entry.at().toString(),
                entry.actor().kind().toString(),
                cell(entry.actor().name()),
                cell(entry.actor().id()),
                entry.action().toString(),
                entry.subject().kind().toString(),
                cell(entry.subject().name()),
                cell(entry.subject().id()),
                cell(entry.detail()));
    }

    private static String cell(@Nullable Object value) {
        return value == null ? "" : FormulaGuard.neutralise(value.toString());
    }
}
