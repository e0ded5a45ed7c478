package io.muster.engine.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.muster.engine.field.StandardField;
import io.muster.engine.file.FormulaGuard;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The file to start from: a header that maps to all fields by itself.
public final class Template {
    private Template() {}

    /// @param customLabels what the tenant calls its own fields
    /// @return a CSV document, to be encoded as UTF-8
    public static String csv(List<String> customLabels) {
        List<String> headers =
                new ArrayList<>(
                        Stream.of(StandardField.values())
                                .filter(field ->
                                        field != StandardField.FULL_NAME && !field.isHint())
                                .map(Template::label)
                                .toList());
        headers.addAll(customLabels.stream().map(FormulaGuard::neutralise).toList());
        StringWriter out = new StringWriter();
        out.write('\uFEFF');
        CsvWriter.builder().build(out).writeRecord(headers);
        return out.toString();
    }

    private static String label(StandardField field) {
        String words = field.key().replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
