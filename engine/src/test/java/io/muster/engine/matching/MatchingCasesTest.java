package io.muster.engine.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.outcome.Info;
import io.muster.engine.outcome.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/// What becomes of rows, by the cases in `cases/matching`; each names the rule that it shows.
class MatchingCasesTest {

    @TestFactory
    Stream<DynamicContainer> rules() {
        return Stream.of("outcomes", "identity", "strictness", "suppression")
                .map(file -> DynamicContainer.dynamicContainer(file, cases(file)));
    }

    private static Stream<DynamicTest> cases(String file) {
        return load(file).stream()
                .map(one ->
                        DynamicTest.dynamicTest(
                                one.get("id") + ": " + one.get("rule"), () -> check(one)));
    }

    private static void check(Map<String, Object> expected) {
        MatchingCase one = new MatchingCase(expected);

        List<Outcome> outcomes = one.run();

        assertThat(outcomes.stream().map(outcome -> words(outcome, one)))
                .isEqualTo(expected.get("become"));
        if (expected.get("contacts") instanceof List<?> contacts) {
            assertThat(one.contacts()).isEqualTo(contacts);
        }
        if (expected.get("says") instanceof String says) {
            assertThat(outcomes.getFirst().info())
                    .allSatisfy(info -> assertThat(info.message()).contains(one.ids(says)));
        }
    }

    /// Such as `warning updated a by phone INVALID_EMAIL:email=nobody`.
    private static String words(Outcome outcome, MatchingCase one) {
        String fate =
                lower(outcome.result())
                        + " "
                        + lower(outcome.action())
                        + switch (outcome) {
                            case Outcome.Updated(var contact, String on, _) ->
                                    one.name(contact) + " by " + on;
                            case Outcome.Unchanged(var contact, String on, _) ->
                                    one.name(contact) + " by " + on;
                            case Outcome.Created _, Outcome.Skipped _, Outcome.Failed _ -> "";
                        };
        return Stream.concat(Stream.of(fate), outcome.info().stream().map(MatchingCasesTest::words))
                .collect(Collectors.joining(" "));
    }

    private static String words(Info info) {
        return info.code()
                + (info.field() == null ? "" : ":" + info.field())
                + (info.value() == null ? "" : "=" + info.value());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static List<Map<String, Object>> load(String file) {
        String name = "/cases/matching/" + file + ".yaml";
        try (@Nullable InputStream in = MatchingCasesTest.class.getResourceAsStream(name)) {
            return new Yaml().load(Objects.requireNonNull(in, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
