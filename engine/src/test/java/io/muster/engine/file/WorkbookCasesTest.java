package io.muster.engine.file;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules of reading workbooks as data, in `cases/workbook.yaml`; its head explains the
/// notation.
class WorkbookCasesTest {

    static Stream<FileCase> cases() throws Exception {
        return FileCase.all("/cases/workbook.yaml");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void reads(FileCase expected) throws Exception {
        expected.assertReads(FileSource.of(workbook(expected).bytes()));
    }

    private static WorkbookFile workbook(FileCase from) {
        WorkbookFile file = new WorkbookFile();
        if (from.has("from1904")) {
            file.from1904();
        }
        if (from.entries().get("shared") instanceof List<?> strings) {
            strings.forEach(content -> file.shared(String.valueOf(content)));
        }
        if (from.entries().get("cells") instanceof List<?> rows) {
            file.sheet("Contacts", rows);
        }
        if (from.entries().get("sheets") instanceof List<?> sheets) {
            for (Object sheet : sheets) {
                if (sheet instanceof Map<?, ?> it && it.get("cells") instanceof List<?> rows) {
                    String state = String.valueOf(it.get("state"));
                    file.sheet(
                            String.valueOf(it.get("name")),
                            state.equals("null") ? "visible" : state,
                            rows);
                }
            }
        }
        if (from.entries().get("parts") instanceof Map<?, ?> parts) {
            parts.forEach(
                    (name, content) -> file.part(String.valueOf(name), String.valueOf(content)));
        }
        return file;
    }

    @Test
    void everyCaseHasItsOwnIdAndAReason() throws Exception {
        FileCase.assertSound(cases().toList());
    }
}
