package io.muster.engine.mapping;

import io.muster.engine.field.Cell;
import io.muster.engine.field.CellReading;
import io.muster.engine.field.CellRule;
import io.muster.engine.field.CellShape;
import io.muster.engine.field.DateOrder;
import io.muster.engine.field.DecimalMark;
import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.FieldType;
import io.muster.engine.field.Rules;
import io.muster.engine.field.StandardField;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What the values of a column say for or against a field, by the very rules of the import.
record Evidence(List<String> samples, Rules rules) {

    private static final double HALF = 0.5;

    /// How sure the values alone make us, where they can.
    record Find(StandardField field, double sureness) {}

    /// Whether the values speak against the field: most of them could never be meant for it.
    boolean vetoes(StandardField field) {
        long plausible =
                samples.stream().filter(text -> CellShape.isPlausible(field, text, rules)).count();
        return plausible < samples.size() * HALF;
    }

    /// The share of the values that the field's rule accepts, 0 to 1.
    double validShare(StandardField field) {
        return share(text -> isValid(field, text));
    }

    /// The share of the values of a kind, 0 to 1.
    double share(Predicate<String> kind) {
        return samples.isEmpty()
                ? 0
                : (double) samples.stream().filter(kind).count() / samples.size();
    }

    /// The share of the values that a rule accepts, 0 to 1; 1 where there are none.
    double validShare(CellRule rule) {
        return samples.isEmpty()
                ? 1
                : (double)
                                samples.stream()
                                        .filter(text -> rule.read(text) instanceof Cell.Valid)
                                        .count()
                        / samples.size();
    }

    /// The type that a new field for these values would have: the narrowest that every one of them
    /// is valid for, and text where they leave a doubt.
    FieldType inferred() {
        if (samples.isEmpty()) {
            return FieldType.TEXT;
        }
        if (all(StandardField.EMAIL, 1)) {
            return FieldType.EMAIL;
        }
        if (all(StandardField.PHONE, 2) && samples.stream().allMatch(Evidence::isWrittenAsPhone)) {
            return FieldType.PHONE;
        }
        if (isYesNo()) {
            return FieldType.YES_NO;
        }
        return Stream.of(FieldType.URL, FieldType.DATE, FieldType.NUMBER)
                .filter(type ->
                        type != FieldType.NUMBER || samples.stream().noneMatch(Evidence::isId))
                .filter(type -> validShare(type) == 1)
                .findFirst()
                .orElse(FieldType.TEXT);
    }

    /// The share of the values that a field of a type accepts in the one way of writing that suits
    /// most of them.
    double validShare(FieldType type) {
        return readings(type)
                .mapToDouble(reading -> validShare(rules.of(FieldSpec.of(type), reading)))
                .max()
                .orElse(0);
    }

    private static Stream<CellReading> readings(FieldType type) {
        return switch (type) {
            case NUMBER ->
                    Stream.of(DecimalMark.DOT, DecimalMark.COMMA).map(CellReading.DEFAULT::with);
            case DATE ->
                    Stream.of(DateOrder.YMD, DateOrder.DMY, DateOrder.MDY)
                            .map(CellReading.DEFAULT::with);
            case TEXT, YES_NO, CHOICE, CHOICES, EMAIL, PHONE, URL -> Stream.of(CellReading.DEFAULT);
        };
    }

    /// Digits alone may as well be numbers, unless they are both of 0 and 1 and nothing else.
    private boolean isYesNo() {
        return all(StandardField.DO_NOT_CONTACT, 1)
                && (samples.stream().noneMatch(text -> Character.isDigit(text.charAt(0)))
                        || (samples.contains("0") && samples.contains("1")));
    }

    /// Leading zeros and long digits are parts of names, which a number would lose.
    private static boolean isId(String text) {
        return (text.length() > 1 && text.startsWith("0") && Character.isDigit(text.charAt(1)))
                || text.chars().filter(Character::isDigit).count() > 15;
    }

    /// The field that every value is valid for, if there are values enough to be sure of it.
    Optional<Find> find() {
        if (all(StandardField.EMAIL, 1)) {
            return Optional.of(new Find(StandardField.EMAIL, 0.8));
        }
        if (all(StandardField.TIMEZONE, 1) && samples.stream().allMatch(s -> s.contains("/"))) {
            return Optional.of(new Find(StandardField.TIMEZONE, 0.75));
        }
        if (all(StandardField.PHONE, 2) && samples.stream().allMatch(Evidence::isWrittenAsPhone)) {
            return Optional.of(new Find(StandardField.PHONE, 0.7));
        }
        if (all(StandardField.COUNTRY, 3) && samples.stream().allMatch(s -> s.length() > 3)) {
            return Optional.of(new Find(StandardField.COUNTRY, 0.6));
        }
        return Optional.empty();
    }

    /// "100 % are valid phone numbers", or empty for a field that takes any text.
    String reason(StandardField field) {
        return switch (field) {
            case PHONE -> share(field, "phone numbers");
            case EMAIL -> share(field, "email addresses");
            case TIMEZONE -> share(field, "time zones");
            case COUNTRY, PHONE_REGION -> share(field, "countries");
            case DO_NOT_CONTACT, CONSENT_EMAIL, CONSENT_SMS, CONSENT_CALL ->
                    share(field, "yes or no");
            case EXTERNAL_ID,
                    FIRST_NAME,
                    LAST_NAME,
                    FULL_NAME,
                    COMPANY,
                    TAGS,
                    STREET,
                    CITY,
                    REGION,
                    POSTAL_CODE,
                    OWNER,
                    TEAM ->
                    "";
        };
    }

    private String share(StandardField field, String noun) {
        return "%d %% are valid %s".formatted(Math.round(100 * validShare(field)), noun);
    }

    private boolean all(StandardField field, int enough) {
        return samples.size() >= enough && validShare(field) == 1;
    }

    private boolean isValid(StandardField field, String text) {
        return rules.of(field).read(text) instanceof Cell.Valid;
    }

    /// Bare digits are more often an id.
    private static boolean isWrittenAsPhone(String text) {
        return text.length() >= 9
                && (text.startsWith("0") || !text.chars().allMatch(Character::isDigit));
    }
}
