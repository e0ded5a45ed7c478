package io.muster.engine.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.outcome.Code;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RulesTest {

    private final Rules rules =
            new Rules(new RuleSettings("US", Locale.ENGLISH, Directory.EMPTY, Directory.EMPTY));

    @ParameterizedTest
    @EnumSource
    void every_type_has_a_rule(FieldType type) {
        assertThat(of(type)).isNotNull();
    }

    @Test
    void custom_fields_use_the_rules_of_their_type() {
        assertThat(of(FieldType.EMAIL).read("A@example.org"))
                .isEqualTo(new Cell.Valid("a@example.org"));
        assertThat(of(FieldType.PHONE).read("415 956 3488"))
                .isEqualTo(new Cell.Valid("+14159563488"));
        assertThat(of(FieldType.YES_NO).read("ja")).isEqualTo(new Cell.Valid(true));
        assertThat(of(FieldType.TEXT).read("a".repeat(Rules.MAX_CUSTOM_TEXT + 1)))
                .isEqualTo(new Cell.Invalid(Code.TOO_LONG));
    }

    @Test
    void a_phone_is_read_by_the_region_of_its_row() {
        CellRule phone = rules.of(StandardField.PHONE);
        assertThat(phone.in("DE").read("030 37582163")).isEqualTo(new Cell.Valid("+493037582163"));
        assertThat(phone.in(CellRule.NOWHERE).read("030 37582163"))
                .isInstanceOf(Cell.Invalid.class);
        assertThat(phone.in(CellRule.NOWHERE).read("+49 30 37582163"))
                .isEqualTo(new Cell.Valid("+493037582163"));
    }

    @ParameterizedTest
    @CsvSource({
        "+49 30 37582163, Europe/Berlin",
        "(415) 956-3488, America/Los_Angeles",
        "+91 22 2778 2183, Asia/Kolkata",
        // Free of charge in a dozen zones.
        "+1 800 253 0000, ''",
        "12, ''",
        "nobody, ''",
    })
    void a_phone_has_a_time_zone_if_it_has_but_one(String phone, String zone) {
        CellRule rule = rules.timezoneOf(rules.of(StandardField.PHONE));
        assertThat(rule.read(phone))
                .isEqualTo(zone.isEmpty() ? new Cell.Nothing() : new Cell.Valid(zone));
    }

    private CellRule of(FieldType type) {
        return rules.of(FieldSpec.of(type), CellReading.DEFAULT);
    }

    /// What a rule makes of a cell is a fixed point: an exported contact imports as itself.
    @Test
    void a_value_reads_as_itself() {
        CellRule timezone = rules.of(StandardField.TIMEZONE);
        for (String zone : ZoneId.getAvailableZoneIds()) {
            if (!zone.startsWith("SystemV/")) {
                Cell cell = timezone.read(zone);
                assertThat(cell).as(zone).isInstanceOf(Cell.Valid.class);
                String canonical = ((Cell.Valid) cell).value().toString();
                assertThat(timezone.read(canonical)).isEqualTo(cell);
                assertThat(ZoneId.of(canonical)).isNotNull();
            }
        }
        for (String country : Locale.getISOCountries()) {
            assertThat(rules.of(StandardField.COUNTRY).read(country))
                    .isEqualTo(new Cell.Valid(country));
        }
    }

    @Test
    void every_country_is_known_by_its_names() {
        List<Locale> languages =
                Stream.of("en", "de", "fr", "es", "pt", "it", "nl", "pl", "ja", "pt-BR", "zh-Hant")
                        .map(Locale::forLanguageTag)
                        .toList();
        for (Locale language : languages) {
            var settings = new RuleSettings("US", language, Directory.EMPTY, Directory.EMPTY);
            CellRule rule = new Rules(settings).of(StandardField.COUNTRY);
            for (String code : Locale.getISOCountries()) {
                String name = Locale.of("", code).getDisplayCountry(language);
                assertThat(rule.read(name)).as(name).isEqualTo(new Cell.Valid(code));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Ana Kowalski, Ana, Kowalski",
        "Ana Maria van der Berg, Ana Maria van der, Berg",
        "Ana, Ana, ''",
        "'  Ana   Kowalski ', Ana, Kowalski",
        "Ana\u00a0Kowalski, Ana, Kowalski",
        "'', '', ''",
    })
    void full_names_split_at_the_last_space(String text, String first, String last) {
        assertThat(FullName.split(text)).isEqualTo(new FullName(first, last));
    }

    @Test
    void every_standard_field_has_a_rule() {
        assertThat(EnumSet.allOf(StandardField.class))
                .allSatisfy(f -> assertThat(rules.of(f)).isNotNull());
    }
}
