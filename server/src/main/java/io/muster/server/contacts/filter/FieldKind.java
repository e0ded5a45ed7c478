package io.muster.server.contacts.filter;

import static io.muster.server.contacts.filter.FilterOp.AFTER;
import static io.muster.server.contacts.filter.FilterOp.BEFORE;
import static io.muster.server.contacts.filter.FilterOp.CONTAINS;
import static io.muster.server.contacts.filter.FilterOp.DOES_NOT_CONTAIN;
import static io.muster.server.contacts.filter.FilterOp.GREATER;
import static io.muster.server.contacts.filter.FilterOp.HAS;
import static io.muster.server.contacts.filter.FilterOp.HAS_NOT;
import static io.muster.server.contacts.filter.FilterOp.IS;
import static io.muster.server.contacts.filter.FilterOp.IS_EMPTY;
import static io.muster.server.contacts.filter.FilterOp.IS_NOT;
import static io.muster.server.contacts.filter.FilterOp.IS_NOT_EMPTY;
import static io.muster.server.contacts.filter.FilterOp.LESS;
import static io.muster.server.contacts.filter.FilterOp.STARTS_WITH;

import java.util.List;
import java.util.Optional;

/// What a field holds, as far as conditions care, and so what can be asked of it.
public enum FieldKind {
    /// Words, whose case does not matter.
    TEXT(IS, IS_NOT, CONTAINS, DOES_NOT_CONTAIN, STARTS_WITH, IS_EMPTY, IS_NOT_EMPTY),
    /// A value in a form of its own, such as a phone number; as a whole it is compared exactly.
    KEY(IS, IS_NOT, CONTAINS, DOES_NOT_CONTAIN, STARTS_WITH, IS_EMPTY, IS_NOT_EMPTY),
    /// One value of a set.
    CHOICE(IS, IS_NOT, IS_EMPTY, IS_NOT_EMPTY),
    /// Several values.
    SET(HAS, HAS_NOT, IS_EMPTY, IS_NOT_EMPTY),
    NUMBER(IS, IS_NOT, GREATER, LESS, IS_EMPTY, IS_NOT_EMPTY),
    DATE(IS, IS_NOT, BEFORE, AFTER, IS_EMPTY, IS_NOT_EMPTY),
    /// A moment that every contact has.
    TIME(BEFORE, AFTER),
    /// Yes, no, or not known.
    YES_NO(IS, IS_NOT, IS_EMPTY, IS_NOT_EMPTY),
    /// Yes or no, always known.
    FLAG(IS);

    private final List<FilterOp> ops;

    FieldKind(FilterOp... ops) {
        this.ops = List.of(ops);
    }

    /// What can be asked, the most usual first.
    public List<FilterOp> ops() {
        return ops;
    }

    /// The operator that is written so, if the kind has it. That several values contain one is as
    /// good as that they have it.
    Optional<FilterOp> op(String text) {
        String meant = this == SET && text.equals(CONTAINS.text()) ? HAS.text() : text;
        return ops.stream().filter(op -> op.text().equals(meant)).findFirst();
    }
}
