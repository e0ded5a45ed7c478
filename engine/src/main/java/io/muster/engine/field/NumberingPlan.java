package io.muster.engine.field;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadata;
import com.google.i18n.phonenumbers.metadata.DefaultMetadataDependenciesProvider;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the common shapes of phone numbers several times as fast as the library does.
///
/// Sound, not complete: it answers only where parsing, validating and formatting by the library
/// would give the same, which a test compares over many numbers. The patterns are the library's
/// own, so that both change together; whatever is unusual (an international prefix like 00 or 011,
/// a carrier code, an extension, a number that is not valid) is left to the library.
final class NumberingPlan {

    /// The longest national number that the library knows.
    private static final int MAX_DIGITS = 17;

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    /// By calling code, each loaded when first met.
    private static final AtomicReferenceArray<@Nullable CallingCode> CALLING_CODES =
            new AtomicReferenceArray<>(1_000);

    private static final BitSet GEOGRAPHIC = geographic();

    /// The region whose numbers come without a calling code; null when the library knows none.
    private final @Nullable Region home;

    private final @Nullable CallingCode homeCode;
    private final @Nullable Pattern internationalPrefix;

    private NumberingPlan(String region) {
        int code = LIBRARY.getCountryCodeForRegion(region);
        PhoneMetadata metadata = code == 0 ? null : metadata(region);
        this.home = metadata == null ? null : new Region(metadata);
        this.homeCode = code == 0 ? null : callingCode(code);
        this.internationalPrefix =
                metadata == null ? null : Pattern.compile(metadata.getInternationalPrefix());
    }

    /// The plan of those who dial from a region.
    static NumberingPlan of(String region) {
        return new NumberingPlan(region);
    }

    /// The number in E.164 if it is certainly valid; null when the library has to look.
    @Nullable String e164(String text) {
        char[] digits = new char[MAX_DIGITS + 3];
        int count = 0;
        int dots = 0;
        int marks = 0;
        boolean plus = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                if (count == digits.length) {
                    return null;
                }
                digits[count++] = c;
            } else if (c == '+' && count == 0 && !plus) {
                plus = true;
            } else if (c == '.') {
                dots++;
            } else if (c == ' ' || c == '-' || c == '(' || c == ')' || c == '/') {
                marks++;
            } else {
                return null;
            }
        }
        if (count < 4 || (dots == 1 && marks == 0 && !plus)) {
            return null;
        }
        String number = new String(digits, 0, count);
        return plus ? international(number) : national(number);
    }

    private static @Nullable String international(String digits) {
        for (int length = 1; length <= 3; length++) {
            CallingCode code = callingCode(Integer.parseInt(digits, 0, length, 10));
            if (code != null) {
                return digits.charAt(0) == '0' ? null : code.e164(digits.substring(length));
            }
        }
        return null;
    }

    private @Nullable String national(String digits) {
        Region region = home;
        CallingCode code = homeCode;
        if (region == null || code == null || internationalPrefix == null) {
            return null;
        }
        if (internationalPrefix.matcher(digits).lookingAt()) {
            return null;
        }
        if (digits.startsWith(code.digits()) && !region.general().accepts(digits)) {
            return withCallingCode(digits, region, code);
        }
        String significant = region.withoutNationalPrefix(digits);
        return significant == null ? null : code.e164IfValid(significant);
    }

    /// A number that cannot be national as it stands, and can be once the calling code is gone.
    private static @Nullable String withCallingCode(
            String digits, Region region, CallingCode code) {
        if (region.general().matches(digits)) {
            return null;
        }
        String rest = region.withoutNationalPrefix(digits.substring(code.digits().length()));
        return rest != null && region.general().accepts(rest) ? code.e164(rest) : null;
    }

    private static @Nullable CallingCode callingCode(int code) {
        if (!GEOGRAPHIC.get(code)) {
            return null;
        }
        CallingCode known = CALLING_CODES.get(code);
        if (known == null) {
            List<String> regions = LIBRARY.getRegionCodesForCountryCode(code);
            known =
                    new CallingCode(
                            String.valueOf(code),
                            regions.stream().map(region -> new Region(metadata(region))).toList());
            CALLING_CODES.set(code, known);
        }
        return known;
    }

    private static BitSet geographic() {
        var codes = new BitSet();
        LIBRARY.getSupportedCallingCodes().forEach(codes::set);
        LIBRARY.getSupportedGlobalNetworkCallingCodes().forEach(codes::clear);
        return codes;
    }

    private static PhoneMetadata metadata(String region) {
        return DefaultMetadataDependenciesProvider.getInstance()
                .getPhoneNumberMetadataSource()
                .getMetadataForRegion(region);
    }

    /// The regions that share a calling code, the main one first.
    private record CallingCode(String digits, List<Region> regions) {

        @Nullable String e164(String national) {
            String significant = regions.getFirst().withoutNationalPrefix(national);
            return significant == null ? null : e164IfValid(significant);
        }

        @Nullable String e164IfValid(String significant) {
            for (Region region : regions) {
                if (region.claims(significant)) {
                    return region.isValid(significant) ? "+" + digits + significant : null;
                }
            }
            return null;
        }
    }

    /// What the library's data says of one region.
    private static final class Region {
        private final @Nullable Pattern leadingDigits;
        private final @Nullable Pattern nationalPrefix;
        private final boolean transforms;
        private final NumberPattern general;
        private final List<NumberPattern> types;

        Region(PhoneMetadata data) {
            this.leadingDigits =
                    data.hasLeadingDigits() ? Pattern.compile(data.getLeadingDigits()) : null;
            String prefix = data.getNationalPrefixForParsing();
            this.nationalPrefix = prefix.isEmpty() ? null : Pattern.compile(prefix);
            this.transforms = !data.getNationalPrefixTransformRule().isEmpty();
            this.general = new NumberPattern(data.getGeneralDesc());
            this.types =
                    List.of(
                                    data.getFixedLine(),
                                    data.getMobile(),
                                    data.getTollFree(),
                                    data.getPremiumRate(),
                                    data.getSharedCost(),
                                    data.getVoip(),
                                    data.getPersonalNumber(),
                                    data.getPager(),
                                    data.getUan(),
                                    data.getVoicemail())
                            .stream()
                            .map(NumberPattern::new)
                            .toList();
        }

        NumberPattern general() {
            return general;
        }

        /// Whether the library would look no further for the region of this number.
        boolean claims(String significant) {
            return leadingDigits == null
                    ? isValid(significant)
                    : leadingDigits.matcher(significant).lookingAt();
        }

        boolean isValid(String significant) {
            return general.accepts(significant)
                    && types.stream().anyMatch(type -> type.accepts(significant));
        }

        /// The number without its trunk prefix; null where the library may see more in it.
        @Nullable String withoutNationalPrefix(String digits) {
            if (nationalPrefix == null) {
                return digits;
            }
            var prefix = nationalPrefix.matcher(digits);
            if (!prefix.lookingAt()) {
                return digits;
            }
            boolean rewritten = transforms && prefix.group(prefix.groupCount()) != null;
            String rest = digits.substring(prefix.end());
            return !rewritten && general.accepts(rest) ? rest : null;
        }
    }
}
