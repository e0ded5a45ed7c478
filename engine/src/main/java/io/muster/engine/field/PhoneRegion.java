package io.muster.engine.field;

import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadata;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the library's data says of one region.
final class PhoneRegion {
    private final @Nullable Pattern leadingDigits;
    private final @Nullable Pattern nationalPrefix;
    private final boolean transforms;
    private final NumberPattern general;
    private final List<NumberPattern> types;

    PhoneRegion(PhoneMetadata data) {
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
