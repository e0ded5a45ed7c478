package io.muster.engine.field;

import io.muster.engine.outcome.Code;
import java.util.Optional;

/// A member, whose id is the value.
record OwnerRule(Directory members) implements CellRule {

    @Override
    public Cell read(String text) {
        Optional<String> id = members.find(Invisible.strip(text));
        return id.<Cell>map(Cell.Valid::new).orElseGet(() -> new Cell.Invalid(Code.UNKNOWN_OWNER));
    }
}
