package io.muster.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The suggestions for files in the manner of many products and languages.
class SuggesterHeaderSetsTest {
    private static final List<HeaderSet> SETS = HeaderSet.all();

    @TestFactory
    Stream<DynamicTest> every_column_is_right() {
        return SETS.stream()
                .map(set ->
                        DynamicTest.dynamicTest(
                                set.name(), () -> assertThat(set.mistakes()).isEmpty()));
    }

    @Test
    void case_and_punctuation_make_no_difference() {
        for (HeaderSet set : SETS) {
            assertThat(set.mistakes(header -> header.toUpperCase(Locale.ROOT) + ":")).isEmpty();
            assertThat(set.mistakes(header -> "\u00a0" + header.replace(' ', '_'))).isEmpty();
        }
    }
}
