package io.muster.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderFingerprintTest {

    @Test
    void order_case_and_punctuation_do_not_matter() {
        assertThat(HeaderFingerprint.of(List.of("First Name", "E-Mail")))
                .isEqualTo(HeaderFingerprint.of(List.of("e mail", "first_name")))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void another_header_does() {
        assertThat(HeaderFingerprint.of(List.of("Name", "Email")))
                .isNotEqualTo(HeaderFingerprint.of(List.of("Name")))
                .isNotEqualTo(HeaderFingerprint.of(List.of("Name", "Email", "Email (2)")));
    }
}
