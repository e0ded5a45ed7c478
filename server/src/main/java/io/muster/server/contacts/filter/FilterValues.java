package io.muster.server.contacts.filter;

import io.muster.engine.field.Cell;
import io.muster.engine.field.CellReading;
import io.muster.engine.field.CellRule;
import io.muster.engine.field.DateOrder;
import io.muster.engine.field.DecimalMark;
import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.FieldValue;
import io.muster.engine.field.Rules;
import io.muster.engine.field.Separator;
import io.muster.engine.field.StandardField;
import io.muster.engine.field.UnknownChoice;
import io.muster.engine.file.CellText;
import io.muster.engine.outcome.Code;
import io.muster.server.contacts.filter.FilterField.Custom;
import io.muster.server.contacts.filter.FilterField.Moment;
import io.muster.server.contacts.filter.FilterField.Standard;
import org.jspecify.annotations.Nullable;

/// Reads the values of conditions by the rules by which contacts get theirs, so that a phone number
/// is found however it is written.
final class FilterValues {
    static final String WRONG_TYPE = "WRONG_TYPE";

    private static final int LONGEST = 255;

    private static final CellReading AS_STORED =
            new CellReading(
                    DecimalMark.DOT, DateOrder.ISO, Separator.NONE, UnknownChoice.REFUSE, null);

    private final Rules rules;

    FilterValues(Rules rules) {
        this.rules = rules;
    }

    /// What became of a value.
    sealed interface Read {

        /// @param value as conditions hold it
        record Good(Object value) implements Read {}

        record Bad(String code, String message) implements Read {}
    }

    Read read(FilterField field, FilterOp op, @Nullable Object value) {
        if (value == null || value.equals("")) {
            return bad(Code.MISSING_FIELD, "Say what %s is to be compared with.", field.name());
        }
        return switch (field.kind()) {
            case TEXT -> text(field, value);
            case KEY ->
                    op == FilterOp.IS || op == FilterOp.IS_NOT
                            ? ruled(field, value)
                            : text(field, value);
            case CHOICE ->
                    field instanceof Custom custom ? option(custom, value) : ruled(field, value);
            case SET -> field instanceof Custom custom ? option(custom, value) : text(field, value);
            case NUMBER ->
                    value instanceof Number number
                            ? new Read.Good(FieldValue.canonical(number))
                            : ruled(field, value);
            case DATE -> ruled(field, value);
            case TIME -> time(field, value);
            case YES_NO, FLAG ->
                    value instanceof Boolean ? new Read.Good(value) : yesNo(field, value);
        };
    }

    private static Read text(FilterField field, Object value) {
        if (!(value instanceof String raw)) {
            return new Read.Bad(WRONG_TYPE, field.name() + " is compared with a text.");
        }
        String text = CellText.clean(raw).orElse("");
        if (text.isEmpty()) {
            return bad(Code.MISSING_FIELD, "Say what %s is to be compared with.", field.name());
        }
        return text.codePointCount(0, text.length()) > LONGEST
                ? bad(Code.TOO_LONG, "A text to compare with has at most %s characters.", LONGEST)
                : new Read.Good(text);
    }

    /// A value that no contact may be given any more can still be asked for.
    private static Read option(Custom field, Object value) {
        return switch (text(field, value)) {
            case Read.Good(Object text) ->
                    new Read.Good(
                            field.spec().options().stream()
                                    .filter(option -> option.equalsIgnoreCase(text.toString()))
                                    .findFirst()
                                    .orElse(text.toString()));
            case Read.Bad bad -> bad;
        };
    }

    private Read ruled(FilterField field, Object value) {
        return switch (text(field, value)) {
            case Read.Good(Object text) -> cell(rule(field).read(text.toString()));
            case Read.Bad bad -> bad;
        };
    }

    private Read yesNo(FilterField field, Object value) {
        return value instanceof String text
                ? cell(rules.of(StandardField.DO_NOT_CONTACT).read(text))
                : new Read.Bad(WRONG_TYPE, field.name() + " is compared with true or false.");
    }

    private CellRule rule(FilterField field) {
        return switch (field) {
            case Standard(StandardField standard) -> rules.of(standard);
            case Custom(String _, FieldSpec spec) -> rules.of(spec, AS_STORED);
            case Moment moment -> throw new IllegalArgumentException("No rule for " + moment);
        };
    }

    private static Read cell(Cell cell) {
        return switch (cell) {
            case Cell.Valid(Object value) -> new Read.Good(value);
            case Cell.Nothing() -> bad(Code.MISSING_FIELD, "This is as good as no value.");
            case Cell.Invalid invalid -> new Read.Bad(invalid.code().name(), invalid.message());
        };
    }

    private static Read time(FilterField field, Object value) {
        return value instanceof String text && FilterTime.parse(text).isPresent()
                ? new Read.Good(text)
                : bad(
                        Code.INVALID_DATE,
                        "%s is compared with a date such as 2026-01-31, or a moment such as 2026-01-31T08:00:00Z.",
                        field.name());
    }

    private static Read bad(Code code, String message, Object... parts) {
        return new Read.Bad(code.name(), message.formatted(parts));
    }
}
