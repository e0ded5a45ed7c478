package io.muster.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeySecretTest {
    @Test
    void aNewKeyCarriesAPrefixAndItsChecksum() {
        KeySecret secret = KeySecret.random();

        assertThat(secret.text()).matches("mst_[0-9a-f]{64}[0-9a-f]{8}");
        assertThat(secret.isMistyped()).isFalse();
        assertThat(secret).isNotEqualTo(KeySecret.random());
    }

    @Test
    void aSlipOfTheHandIsSeen() {
        String text = KeySecret.random().text();

        assertThat(new KeySecret(text.substring(0, text.length() - 1)).isMistyped()).isTrue();
        assertThat(new KeySecret(text.replaceFirst("_.", "_g")).isMistyped()).isTrue();
        assertThat(new KeySecret("any other form").isMistyped()).isFalse();
    }

    @Test
    void aListShowsAtMostAQuarter() {
        assertThat(KeySecret.random().shownPrefix()).hasSize(10);
        assertThat(new KeySecret("12345678").shownPrefix()).isEqualTo("12");
        assertThat(new KeySecret("abc").shownPrefix()).isEmpty();
    }
}
