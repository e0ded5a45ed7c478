package io.muster.engine.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files that are made to harm are read or refused by a process with 256 MB of memory, and what is
/// refused is refused within two seconds of work.
class HostileFilesTest {

    private static final String MEMORY = "-Xmx256m";
    private static final long MOST_MINUTES = 9;
    private static final long TWO_SECONDS = 2_000;

    /// What is no trick, only large.
    private static final String LARGE = "three million shared strings";

    private static final Map<String, String> OUTCOMES = new HashMap<>();
    private static final Map<String, Long> MILLIS = new HashMap<>();

    @BeforeAll
    static void readThemAll() throws IOException, InterruptedException {
        Path out = Files.createTempFile("hostile", ".txt");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                MEMORY,
                                "-cp",
                                System.getProperty("java.class.path"),
                                HostileFiles.class.getName())
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
        boolean ended = process.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        String printed = Files.readString(out, UTF_8);
        Files.delete(out);
        assertThat(ended).as(printed).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        for (String line : printed.lines().toList()) {
            String[] parts = line.split("\t", -1);
            MILLIS.put(parts[0], Long.valueOf(parts[1]));
            OUTCOMES.put(parts[0], parts[2]);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ':',
            textBlock =
                    """
                    a cell of a gigabyte               : 1@2 1|2; 2@3 ROW_TOO_LONG <3>; 3@4 5|6; last 3@4 5|6 of 3
                    a quoted cell of a gigabyte        : 1@2 ROW_TOO_LONG <1>; 2@357930328 5|6; last 2@357930328 5|6 of 2
                    an open quote to the end           : 1@2 1|2; UNCLOSED_QUOTE 3
                    a row of 100,000 cells             : 1@2 LONG_ROW
                    a header of 100,000 columns        : TOO_MANY_COLUMNS 1
                    nothing but NULs                   : detected NOT_A_TABLE; 1@2 ROW_TOO_LONG <>; 2@3 5|6; last
                    a NUL in each row                  : 1@2 CONTROL_CHARACTER <1|\\u0000>;
                    bytes that are no UTF-8            : 1@2 ROW_TOO_LONG UNDECODABLE <>; 2@3 5|6; last
                    bad UTF-8 in each row              : 1@2 UNDECODABLE <\\xE9|1>;
                    surrogates written as UTF-8        : 1@2 UNDECODABLE <\\xED\\xA0\\x80|1>;
                    blank lines without end            : last 67108865@67108866 5|6 of 67108865
                    quotes that stray in each row      : 1@2 STRAY_QUOTE <>;
                    a bomb                             : UNSAFE_WORKBOOK 0
                    a bomb beside the sheet            : UNSAFE_WORKBOOK 0
                    100,000 parts                      : WORKBOOK_TOO_LARGE 0
                    a part larger than it says         : UNSAFE_WORKBOOK 0
                    a directory of a gigabyte          : WORKBOOK_TOO_LARGE 0
                    entities of its own                : UNSAFE_WORKBOOK 0
                    entities that multiply             : UNSAFE_WORKBOOK 1
                    names without end                  : UNSAFE_WORKBOOK 0
                    elements in elements               : UNSAFE_WORKBOOK 0
                    styles without end                 : UNSAFE_WORKBOOK 0
                    a workbook's cell of 100 megabytes : UNSAFE_WORKBOOK 2
                    a comment of 100 megabytes         : UNSAFE_WORKBOOK 1
                    16,384 long cells in a row         : 1@2 ROW_TOO_LONG
                    three million shared strings       : 1@2 last; last 1@2 last of 1
                    a string that is not there         : DAMAGED_WORKBOOK 2
                    a million rows of looks            : 1@2 a; last 1@2 a of 1
                    a value in the last cell           : last 1048575@1048576 1 of 1048575
                    """,
            quoteCharacter = '`')
    void harmsNothing(String attack, String outcome) {
        assertThat(OUTCOMES.getOrDefault(attack, "nothing")).startsWith(outcome);
        assertThat(MILLIS.getOrDefault(attack, 0L))
                .isLessThan(attack.equals(LARGE) ? Long.MAX_VALUE : TWO_SECONDS);
    }

    @Test
    void eachIsExpected() {
        assertThat(OUTCOMES.keySet()).isEqualTo(HostileFiles.attacks().keySet());
    }
}
