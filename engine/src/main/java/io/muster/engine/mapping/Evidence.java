package io.muster.engine.mapping;

import io.muster.engine.field.Cell;
import io.muster.engine.field.CellShape;
import io.muster.engine.field.Rules;
import io.muster.engine.field.StandardField;
import java.util.List;
import java.util.Optional;

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
        return samples.isEmpty()
                ? 0
                : (double) samples.stream().filter(text -> isValid(field, text)).count()
                        / samples.size();
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
            case COUNTRY -> share(field, "countries");
            case DO_NOT_CONTACT -> share(field, "yes or no");
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
                    OWNER ->
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
