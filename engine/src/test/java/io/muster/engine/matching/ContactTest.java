package io.muster.engine.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.field.StandardField;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactTest {
    private final Contact one =
            Contact.create(UUID.randomUUID())
                    .text(StandardField.PHONE, "+14155552600")
                    .text(StandardField.COMPANY, "Acme")
                    .tags(List.of("vip", "west"))
                    .custom("plan", "gold")
                    .done();
    private final Contact other =
            Contact.create(UUID.randomUUID())
                    .text(StandardField.PHONE, "+14155552601")
                    .text(StandardField.EMAIL, "ana@example.org")
                    .tags(List.of("west", "fair"))
                    .doNotContact(true)
                    .custom("plan", "basic")
                    .custom("score", 7)
                    .done();

    @Test
    void aSurvivorKeepsItsValuesAndGainsWhatItLacks() {
        Contact survivor = one.change().absorb(other).done();

        assertThat(survivor.id()).isEqualTo(one.id());
        assertThat(survivor.text(StandardField.PHONE)).isEqualTo("+14155552600");
        assertThat(survivor.text(StandardField.EMAIL)).isEqualTo("ana@example.org");
        assertThat(survivor.text(StandardField.COMPANY)).isEqualTo("Acme");
        assertThat(survivor.tags()).containsExactly("vip", "west", "fair");
        assertThat(survivor.custom()).containsEntry("plan", "gold").containsKey("score");
    }

    @Test
    void whoeverAskedToBeLeftAloneStillIs() {
        assertThat(one.change().absorb(other).done().doNotContact()).isTrue();
        assertThat(other.change().absorb(one).done().doNotContact()).isTrue();
        assertThat(one.change().absorb(one).done().doNotContact()).isFalse();
    }

    @ParameterizedTest(name = "{0} and {1} are {2}")
    @CsvSource({
        ", , ",
        "true, , true",
        ", true, true",
        ", false, false",
        "true, true, true",
        "true, false, false",
        "false, true, false",
        "false, , false",
    })
    void whoeverWithdrewAConsentStillHas(
            @Nullable Boolean own, @Nullable Boolean theirs, @Nullable Boolean both) {
        StandardField consent = StandardField.CONSENT_SMS;
        Contact into = one.change().consent(consent, own).done();
        Contact from = other.change().consent(consent, theirs).done();

        assertThat(into.change().absorb(from).done().consent(consent)).isEqualTo(both);
    }

    @Test
    void theIdentityKeysAreTheFieldsThatSaySo() {
        assertThat(Arrays.stream(IdentityKey.values()).map(IdentityKey::field))
                .containsExactlyElementsOf(
                        Arrays.stream(StandardField.values())
                                .filter(StandardField::isKey)
                                .toList());
    }
}
