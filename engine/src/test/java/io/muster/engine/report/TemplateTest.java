package io.muster.engine.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.FieldType;
import io.muster.engine.field.StandardField;
import io.muster.engine.file.Detection;
import io.muster.engine.file.FileSource;
import io.muster.engine.file.FormatDetector;
import io.muster.engine.file.Limits;
import io.muster.engine.file.Preview;
import io.muster.engine.mapping.CustomField;
import io.muster.engine.mapping.Suggester;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The template maps to every field by itself, in both of its forms.
class TemplateTest {

    private static final List<CustomField> CUSTOM =
            List.of(
                    field("plan_tier", "Plan tier", FieldType.TEXT),
                    field("born", "Born on", FieldType.DATE),
                    field("seats", "Seats", FieldType.NUMBER),
                    field("danger", "=1+1", FieldType.TEXT),
                    field("first_note", "Note", FieldType.TEXT),
                    field("second_note", "note", FieldType.TEXT));

    @TempDir private Path folder;

    private static CustomField field(String key, String label, FieldType type) {
        return new CustomField(key, label, FieldSpec.of(type));
    }

    private static List<String> everyTarget() {
        return Stream.concat(
                        Stream.of(StandardField.values())
                                .filter(field ->
                                        field != StandardField.FULL_NAME && !field.isHint())
                                .map(StandardField::key),
                        CUSTOM.stream().map(field -> "cf:" + field.key()))
                .toList();
    }

    private static byte[] xlsx() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Template.of(CUSTOM).xlsx(bytes);
        return bytes.toByteArray();
    }

    private static List<String> mapped(byte[] file) throws Exception {
        FileSource source = FileSource.of(file);
        Detection detection = new FormatDetector(Limits.DEFAULT).detect(source);
        Preview preview = Preview.read(source, detection.format(), Limits.DEFAULT, 1);
        assertThat(preview.rows()).isEmpty();
        return new Suggester(CUSTOM)
                .suggest(preview.columns(), "US").stream().map(s -> s.target().text()).toList();
    }

    @Test
    void mapsAsCsv() throws Exception {
        assertThat(mapped(Template.of(CUSTOM).csv().getBytes(UTF_8))).isEqualTo(everyTarget());
    }

    @Test
    void mapsAsWorkbook() throws Exception {
        assertThat(mapped(xlsx())).isEqualTo(everyTarget());
    }

    @Test
    void aLabelThatTwoFieldsShareGivesWayToTheirKeys() {
        assertThat(Template.of(CUSTOM).headers()).contains("first_note", "second_note");
    }

    @Test
    void isSafeToOpenInASpreadsheet() {
        assertThat(Template.of(CUSTOM).csv()).contains("'=1+1").doesNotContain(",=1+1");
    }

    /// A phone or an id that a spreadsheet takes for a number loses its zeros, its plus or its
    /// digits.
    @Test
    void columnsOfTheWorkbookAreText() throws Exception {
        String sheet = part(xlsx(), "xl/worksheets/sheet1.xml");
        String styles = part(xlsx(), "xl/styles.xml");

        assertThat(styles).contains("yyyy-mm-dd");
        int text = styleOf(sheet, 2);
        assertThat(text).isPositive().isEqualTo(styleOf(sheet, 1)).isEqualTo(styleOf(sheet, 13));
        int columns = everyTarget().size();
        assertThat(styleOf(sheet, columns - 5 + 1)).isNotEqualTo(text);
    }

    private static int styleOf(String sheet, int column) {
        Matcher matcher =
                Pattern.compile(
                                "<col min=\"%d\" max=\"%d\"[^>]*style=\"(\\d+)\""
                                        .formatted(column, column))
                        .matcher(sheet);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : -1;
    }

    private String part(byte[] file, String name) throws Exception {
        Path path = Files.write(folder.resolve("template.xlsx"), file);
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), UTF_8);
        }
    }
}
