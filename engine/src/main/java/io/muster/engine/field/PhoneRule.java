package io.muster.engine.field;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.muster.engine.outcome.Code;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A valid phone number, whose E.164 form is the value.
final class PhoneRule implements CellRule {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    /// An extension is refused rather than dropped: E.164 has no place for it, and the phone tells
    /// contacts apart, so that without it two colleagues behind one switchboard would silently
    /// become one contact.
    private static final Cell EXTENSION =
            new Cell.Invalid(
                    Code.INVALID_PHONE,
                    "This phone number has an extension, which cannot be stored with it."
                            + " Remove the extension or move it to a column of its own.");

    private static final Cell LETTERS =
            new Cell.Invalid(
                    Code.INVALID_PHONE,
                    "This is not a phone number in digits. Replace letters by digits and remove notes.");

    private static final Cell FRACTION =
            new Cell.Invalid(
                    Code.INVALID_PHONE,
                    "This is a number with a decimal mark, not a phone number."
                            + " Export the column again as text.");

    /// By region, for rows that name one; there are not more than countries.
    private static final Map<String, NumberingPlan> PLANS = new ConcurrentHashMap<>();

    private final int maxLength;
    private final String region;
    private final NumberingPlan plan;

    PhoneRule(int maxLength, String region) {
        this.maxLength = maxLength;
        this.region = region;
        this.plan = PLANS.computeIfAbsent(region, NumberingPlan::of);
    }

    @Override
    public CellRule in(String other) {
        return other.equals(region) ? this : new PhoneRule(maxLength, other);
    }

    @Override
    public Cell read(String text) {
        if (TextRule.exceeds(text, maxLength)) {
            return new Cell.Invalid(Code.TOO_LONG);
        }
        String e164 = plan.e164(text);
        if (e164 != null) {
            return new Cell.Valid(e164);
        }
        String clean = PhoneText.clean(text);
        e164 = clean.equals(text) ? null : plan.e164(clean);
        return e164 == null ? readSlowly(clean) : new Cell.Valid(e164);
    }

    private Cell readSlowly(String text) {
        if (ScientificNotation.matches(text)) {
            return new Cell.Invalid(Code.EXCEL_DAMAGED);
        }
        if (PhoneText.isFraction(text)) {
            return FRACTION;
        }
        PhoneNumber number = parse(text);
        if (number != null && number.hasExtension()) {
            return EXTENSION;
        }
        if (PhoneText.hasLetters(text)) {
            return LETTERS;
        }
        return number != null && LIBRARY.isValidNumber(number)
                ? new Cell.Valid(LIBRARY.format(number, PhoneNumberFormat.E164))
                : new Cell.Invalid(Code.INVALID_PHONE);
    }

    private @Nullable PhoneNumber parse(String text) {
        try {
            return LIBRARY.parse(text, region);
        } catch (NumberParseException e) {
            return null;
        }
    }
}
