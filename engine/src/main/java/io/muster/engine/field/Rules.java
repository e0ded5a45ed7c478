package io.muster.engine.field;

import io.muster.engine.outcome.Code;
import java.util.List;

/// The rules of one import.
public final class Rules {
    public Rules(RuleSettings settings) {}

    public CellRule of(StandardField field) {
        return switch (field) {
            case PHONE ->
                    t ->
                            t.startsWith("+")
                                    ? new Cell.Valid(t)
                                    : new Cell.Invalid(Code.INVALID_PHONE);
            case EMAIL ->
                    t -> t.contains("@") ? new Cell.Valid(t) : new Cell.Invalid(Code.INVALID_EMAIL);
            case TAGS -> t -> new Cell.Valid(List.of(t.split(";")));
            case DO_NOT_CONTACT ->
                    t ->
                            t.equals("yes")
                                    ? new Cell.Valid(true)
                                    : t.equals("no")
                                            ? new Cell.Valid(false)
                                            : new Cell.Invalid(Code.INVALID_YES_NO);
            default -> Cell.Valid::new;
        };
    }

    public CellRule of(FieldType type) {
        return Cell.Valid::new;
    }
}
