package io.muster.engine.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The targets of the fuzzer take what is kept for them: some usual files, and whatever broke them
/// once.
class FuzzTargetsTest {

    /// Reads one input.
    interface Target {
        void read(byte[] data) throws IOException;
    }

    private record Named(String name, Target target) {}

    private static final List<Named> TARGETS =
            List.of(
                    new Named("CsvReaderFuzz", CsvReaderFuzz::fuzzerTestOneInput),
                    new Named("DetectorFuzz", DetectorFuzz::fuzzerTestOneInput),
                    new Named("FieldRulesFuzz", FieldRulesFuzz::fuzzerTestOneInput),
                    new Named("WorkbookReaderFuzz", WorkbookReaderFuzz::fuzzerTestOneInput));

    static Path corpus(String target) {
        return Path.of("src/test/resources/fuzz", target);
    }

    static List<Arguments> inputs() throws IOException {
        List<Arguments> inputs = new ArrayList<>();
        for (Named target : TARGETS) {
            try (Stream<Path> files = Files.list(corpus(target.name()))) {
                files.sorted()
                        .forEach(file ->
                                inputs.add(
                                        Arguments.argumentSet(
                                                target.name() + " " + file.getFileName(),
                                                target.target(),
                                                file)));
            }
        }
        return inputs;
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void take(Target target, Path input) throws IOException {
        target.read(Files.readAllBytes(input));
    }

    @Test
    void haveSomethingToBeginWith() throws Exception {
        for (Named target : TARGETS) {
            try (Stream<Path> files = Files.list(corpus(target.name()))) {
                assertThat(files).as(target.name()).hasSizeGreaterThanOrEqualTo(3);
            }
        }
    }
}
