package io.muster.engine.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lets Jazzer loose on the targets, each for `-Dfuzz.seconds` (60). What it learns is kept in
/// `target/fuzz` for the next time; an input that breaks a target is left there as `crash-…`.
@Tag("fuzz")
class FuzzerTest {

    private static final String SECONDS = System.getProperty("fuzz.seconds", "60");

    @ParameterizedTest
    @ValueSource(
            strings = {"CsvReaderFuzz", "DetectorFuzz", "FieldRulesFuzz", "WorkbookReaderFuzz"})
    void findsNothing(String target) throws Exception {
        Path learnt = Files.createDirectories(Path.of("target", "fuzz", target).toAbsolutePath());
        Process fuzzer =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "com.code_intelligence.jazzer.Jazzer",
                                "--target_class=io.muster.engine.fuzz." + target,
                                "--instrumentation_includes=io.muster.engine.**:de.siegmar.fastcsv.**",
                                "--reproducer_path=" + learnt,
                                "-artifact_prefix=" + learnt + "/",
                                "-max_total_time=" + SECONDS,
                                "-timeout=10",
                                learnt.toString(),
                                FuzzTargetsTest.corpus(target).toString())
                        .inheritIO()
                        .start();

        assertThat(fuzzer.waitFor()).as("see what stands above, and " + learnt).isZero();
    }
}
