package io.muster.engine.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules of reading as data, in `cases/file.yaml`; its head explains the notation.
class FileCasesTest {

    static Stream<FileCase> cases() throws Exception {
        return FileCase.all("/cases/file.yaml");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void reads(FileCase expected) throws Exception {
        expected.assertReads(
                FileSource.of(
                        Visible.bytes(
                                expected.text("bytes", ""),
                                Charset.forName(expected.text("in", UTF_8.name())))));
    }

    @Test
    void everyCaseHasItsOwnIdAndAReason() throws Exception {
        FileCase.assertSound(cases().toList());
    }
}
