package io.muster.server.sources.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilePatternTest {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    '*.csv',          orders.CSV,    true
                    '*.csv',          orders.csv.gz, false
                    '*.csv, *.xlsx',  a.xlsx,        true
                    'a?c*',           abc,           true
                    'a?c*',           ac,            false
                    '*a*b*',          xxaxxbxx,      true
                    '*ab',            aab,           true
                    '*',              anything,      true
                    'a.c',            abc,           false
                    """)
    void starsStandForAnything(String pattern, String name, boolean matches) {
        assertThat(FilePattern.of(pattern).matches(name)).isEqualTo(matches);
    }

    @Test
    void manyStarsTakeNoTime() {
        FilePattern pattern = FilePattern.of("*a".repeat(90) + "b");
        assertThat(
                        java.util.concurrent.CompletableFuture.supplyAsync(
                                () -> pattern.matches("a".repeat(250))))
                .succeedsWithin(Duration.ofSeconds(5))
                .isEqualTo(false);
    }
}
