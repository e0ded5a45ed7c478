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
    private final @Nullable PhoneRegion home;

    private final @Nullable CallingCode homeCode;
    private final @Nullable Pattern internationalPrefix;

    private NumberingPlan(String region) {
        boolean known = LIBRARY.getSupportedRegions().contains(region);
        int code = known ? LIBRARY.getCountryCodeForRegion(region) : 0;
        PhoneMetadata metadata = code == 0 ? null : metadata(region);
        this.home = metadata == null ? null : new PhoneRegion(metadata);
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
        boolean decimal = dots == 1 && !plus && (marks == 0 || text.charAt(0) == '-');
        if (count < 4 || decimal) {
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
        PhoneRegion region = home;
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
            String digits, PhoneRegion region, CallingCode code) {
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
                            regions.stream()
                                    .map(region -> new PhoneRegion(metadata(region)))
                                    .toList());
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
    private record CallingCode(String digits, List<PhoneRegion> regions) {

        @Nullable String e164(String national) {
            String significant = regions.getFirst().withoutNationalPrefix(national);
            return significant == null ? null : e164IfValid(significant);
        }

        @Nullable String e164IfValid(String significant) {
            for (PhoneRegion region : regions) {
                if (region.claims(significant)) {
                    return region.isValid(significant) ? "+" + digits + significant : null;
                }
            }
            return null;
        }
    }
}
