package io.muster.engine.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.muster.engine.field.FieldType;
import io.muster.engine.field.StandardField;
import io.muster.engine.file.Column;
import io.muster.engine.file.FormulaGuard;
import io.muster.engine.mapping.CustomField;
import io.muster.engine.mapping.Suggester;
import io.muster.engine.mapping.Target;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// The file to start from: a header that maps to all fields by itself.
public final class Template {

    private static final String SHEET = "Contacts";
    private static final String TEXT = "@";
    private static final String DATE = "yyyy-mm-dd";
    private static final String NUMBER = "General";
    private static final int NARROWEST = 14;

    private record Head(String name, String format) {}

    private final List<Head> heads;

    private Template(List<Head> heads) {
        this.heads = heads;
    }

    /// @param custom the tenant's own fields
    public static Template of(List<CustomField> custom) {
        List<Head> heads =
                new ArrayList<>(
                        Stream.of(StandardField.values())
                                .filter(field ->
                                        field != StandardField.FULL_NAME && !field.isHint())
                                .map(field -> new Head(label(field), TEXT))
                                .toList());
        int standard = heads.size();
        for (CustomField field : custom) {
            heads.add(new Head(field.label(), format(field.spec().type())));
        }
        List<Target> found = targets(heads, custom);
        for (int i = 0; i < custom.size(); i++) {
            // A label that two fields share, or that means something else as well, tells nothing.
            if (!found.get(standard + i).equals(new Target.Custom(custom.get(i).key()))) {
                heads.set(
                        standard + i,
                        new Head(custom.get(i).key(), heads.get(standard + i).format()));
            }
        }
        return new Template(List.copyOf(heads));
    }

    public List<String> headers() {
        return heads.stream().map(Head::name).toList();
    }

    /// @return a CSV document, to be encoded as UTF-8
    public String csv() {
        StringWriter out = new StringWriter();
        out.write('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(headers().stream().map(FormulaGuard::neutralise).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /// Writes a workbook. Its columns are text, so that spreadsheets leave phones, ids and postal
    /// codes as they are typed; but for numbers and dates, which they know better.
    public void xlsx(OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Muster", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(SHEET);
            sheet.freezePane(0, 1);
            for (int i = 0; i < heads.size(); i++) {
                Head head = heads.get(i);
                sheet.style(i).format(head.format()).set();
                sheet.width(i, Math.max(NARROWEST, head.name().length() + 2));
                sheet.value(0, i, head.name());
                sheet.style(0, i).bold().format(TEXT).set();
            }
        }
    }

    private static List<Target> targets(List<Head> heads, List<CustomField> custom) {
        List<Column> columns = new ArrayList<>();
        for (Head head : heads) {
            columns.add(new Column(columns.size(), head.name(), List.of(), 0));
        }
        return new Suggester(custom)
                .suggest(columns, "US").stream().map(one -> one.target()).toList();
    }

    private static String format(FieldType type) {
        return switch (type) {
            case DATE -> DATE;
            case NUMBER -> NUMBER;
            case TEXT, YES_NO, CHOICE, CHOICES, EMAIL, PHONE, URL -> TEXT;
        };
    }

    private static String label(StandardField field) {
        String words = field.key().replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
