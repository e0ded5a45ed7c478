package io.muster.server.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.server.platform.web.ApiProblem;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {
    private static final String EMAIL = "ada.lovelace@example.org";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "three plums on a roof",
                "vX7#qT2!mZ9@",
                "größere Äpfel essen",
                "wintertime in the harbour"
            })
    void whatIsLongAndNotGuessedWillDo(String password) {
        assertThatCode(() -> PasswordRule.check(password, EMAIL)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "'', PASSWORD_TOO_SHORT",
        "eleven char, PASSWORD_TOO_SHORT",
        "💧💧💧💧💧💧, PASSWORD_TOO_SHORT",
        "password1234, PASSWORD_COMMON",
        "P@ssw0rd2026!, PASSWORD_COMMON",
        "Passwordpassword, PASSWORD_COMMON",
        "PasswordPasswordPa, PASSWORD_COMMON",
        "iloveyou123456, PASSWORD_COMMON",
        "I love you so much, PASSWORD_COMMON",
        "2026!letmeinplease, PASSWORD_COMMON",
        "qwertyuiop[], PASSWORD_COMMON",
        "1qaz2wsx3edc, PASSWORD_COMMON",
        "aaaaaaaaaaaaaaaa, PASSWORD_COMMON",
        "121212121212, PASSWORD_COMMON",
        "abcdefghijklmnop, PASSWORD_COMMON",
        "987654321098, PASSWORD_COMMON",
        "Muster is so nice, PASSWORD_GUESSABLE",
        "my ada.lovelace word, PASSWORD_GUESSABLE",
        "ADA.LOVELACE@EXAMPLE.ORG, PASSWORD_GUESSABLE"
    })
    void whatIsGuessedFirstWillNot(String password, String code) {
        assertRefused(password, code);
    }

    @ParameterizedTest
    @ValueSource(ints = {73, 200})
    void moreThanTheHashTakesInIsRefused(int length) {
        assertRefused("abcdefgh".repeat(30).substring(0, length), "PASSWORD_TOO_LONG");
    }

    private static void assertRefused(String password, String code) {
        assertThatThrownBy(() -> PasswordRule.check(password, EMAIL))
                .asInstanceOf(InstanceOfAssertFactories.type(ApiProblem.class))
                .extracting(problem -> problem.problem().errors().getFirst().code())
                .isEqualTo(code);
    }
}
