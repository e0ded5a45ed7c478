package io.muster.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
    private Instant now = Instant.parse("2026-05-04T10:00:00Z");
    private final SignInThrottle throttle = new SignInThrottle(() -> now);

    @Test
    void tenTriesThenAWait() {
        for (int i = 0; i < 10; i++) {
            assertThat(throttle.mayTry("ann@example.com", "1.2.3.4")).isTrue();
        }

        assertThat(throttle.mayTry("Ann@example.com ", "1.2.3.4")).isFalse();
        assertThat(throttle.mayTry("ann@example.com", "5.6.7.8")).as("elsewhere").isTrue();
        assertThat(throttle.mayTry("bob@example.com", "1.2.3.4")).as("another").isTrue();

        now = now.plus(Duration.ofMinutes(16));
        assertThat(throttle.mayTry("ann@example.com", "1.2.3.4")).isTrue();
    }

    @Test
    void successWipesTheSlateForThatAccount() {
        for (int i = 0; i < 9; i++) {
            throttle.mayTry("ann@example.com", "1.2.3.4");
        }
        throttle.succeeded("ann@example.com", "1.2.3.4");

        assertThat(throttle.mayTry("ann@example.com", "1.2.3.4")).isTrue();
        assertThat(throttle.mayTry("ann@example.com", "1.2.3.4")).isTrue();
    }

    @Test
    void successIsNoGuessOfTheAddress() {
        for (int i = 0; i < 150; i++) {
            assertThat(throttle.mayTry("user" + i + "@example.com", "1.2.3.4")).isTrue();
            throttle.succeeded("user" + i + "@example.com", "1.2.3.4");
        }
    }

    @Test
    void successDoesNotForgiveTheAddressItsGuesses() {
        for (int i = 0; i < 99; i++) {
            throttle.mayTry("user" + i + "@example.com", "1.2.3.4");
        }
        throttle.mayTry("own@example.com", "1.2.3.4");
        throttle.succeeded("own@example.com", "1.2.3.4");

        assertThat(throttle.mayTry("last@example.com", "1.2.3.4")).isTrue();
        assertThat(throttle.mayTry("one-more@example.com", "1.2.3.4")).isFalse();
    }

    @Test
    void anAddressCannotGoThroughAllAccounts() {
        for (int i = 0; i < 100; i++) {
            assertThat(throttle.mayTry("user" + i + "@example.com", "1.2.3.4")).isTrue();
        }

        assertThat(throttle.mayTry("one-more@example.com", "1.2.3.4")).isFalse();
    }
}
