package io.muster.engine.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The fast path against the library: whatever it answers, the library answers too.
class NumberingPlanTest {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    /// Fewer where the comparison is made over and over.
    private static final int ROUNDS = Integer.getInteger("muster.phones", 20_000);

    private static final String MARKS = "    ---().../+";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "US", "CA", "GB", "DE", "FR", "AU", "IN", "BR", "MX", "JP", "IT", "AR", "RU", "NL",
                "BS", "ZZ"
            })
    void answers_as_the_library_does(String home) {
        var random = new Random(20_260_101L + home.hashCode());
        List<PhoneNumber> seeds = seeds(home, random);
        NumberingPlan plan = NumberingPlan.of(home);
        int answered = 0;
        for (int i = 0; i < ROUNDS; i++) {
            String text = mutated(written(seeds.get(random.nextInt(seeds.size())), random), random);
            String fast = plan.e164(text);
            if (fast != null) {
                answered++;
                assertThat(fast).as("%s dialled from %s", text, home).isEqualTo(slow(text, home));
            }
        }
        assertThat(answered).as("compared").isGreaterThan(ROUNDS / 10);
    }

    /// Where it answers nothing, it costs time; the usual ways of writing must not.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "US", "CA", "GB", "DE", "FR", "AU", "IN", "BR", "MX", "JP", "IT", "NL", "ES"
            })
    void leaves_few_ordinary_numbers_to_the_library(String home) {
        NumberingPlan plan = NumberingPlan.of(home);
        for (PhoneNumberType type : List.of(PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE)) {
            PhoneNumber number = LIBRARY.getExampleNumberForType(home, type);
            String e164 = LIBRARY.format(number, PhoneNumberFormat.E164);
            String international = LIBRARY.format(number, PhoneNumberFormat.INTERNATIONAL);
            String national = LIBRARY.format(number, PhoneNumberFormat.NATIONAL);
            assertThat(List.of(e164, international, national))
                    .allSatisfy(text -> assertThat(plan.e164(text)).as(text).isEqualTo(e164));
        }
    }

    @Test
    void reads_american_numbers_with_the_calling_code_but_no_plus() {
        assertThat(NumberingPlan.of("US").e164("1 (415) 956-3488")).isEqualTo("+14159563488");
    }

    @Test
    void leaves_a_decimal_number_to_a_closer_look() {
        assertThat(NumberingPlan.of("DE").e164("30375821.0")).isNull();
    }

    private static List<PhoneNumber> seeds(String home, Random random) {
        List<String> regions = new ArrayList<>(LIBRARY.getSupportedRegions());
        regions.sort(null);
        List<PhoneNumber> seeds = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            if (regions.contains(home)) {
                seeds.addAll(examples(home));
            }
            seeds.addAll(examples(regions.get(random.nextInt(regions.size()))));
        }
        return seeds;
    }

    private static List<PhoneNumber> examples(String region) {
        return LIBRARY.getSupportedTypesForRegion(region).stream()
                .sorted()
                .map(type -> LIBRARY.getExampleNumberForType(region, type))
                .toList();
    }

    private static String written(PhoneNumber number, Random random) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> LIBRARY.format(number, PhoneNumberFormat.NATIONAL);
            case 2 -> LIBRARY.format(number, PhoneNumberFormat.INTERNATIONAL);
            case 3 -> LIBRARY.format(number, PhoneNumberFormat.E164);
            case 4 -> LIBRARY.format(number, PhoneNumberFormat.E164).substring(1);
            case 5 -> LIBRARY.getNationalSignificantNumber(number);
            case 6 -> "0" + LIBRARY.getNationalSignificantNumber(number);
            default -> "+" + number.getCountryCode() + " (0) " + number.getNationalNumber();
        };
    }

    private static String mutated(String text, Random random) {
        var mutated = new StringBuilder(text);
        for (int i = random.nextInt(5); i > 0; i--) {
            int at = random.nextInt(mutated.length());
            char digit = (char) ('0' + random.nextInt(10));
            switch (random.nextInt(6)) {
                case 0, 1, 2 -> {
                    if (Character.isDigit(mutated.charAt(at))) {
                        mutated.setCharAt(at, digit);
                    }
                }
                case 3 -> mutated.insert(at, digit);
                case 4 -> mutated.insert(at, MARKS.charAt(random.nextInt(MARKS.length())));
                default -> {
                    if (mutated.length() > 4) {
                        mutated.deleteCharAt(at);
                    }
                }
            }
        }
        return mutated.toString();
    }

    private static @Nullable String slow(String text, String home) {
        try {
            PhoneNumber number = LIBRARY.parse(text, home);
            return LIBRARY.isValidNumber(number) && !number.hasExtension()
                    ? LIBRARY.format(number, PhoneNumberFormat.E164)
                    : null;
        } catch (NumberParseException e) {
            return null;
        }
    }
}
