package io.muster.engine.matching;

import io.muster.engine.field.Consent;
import io.muster.engine.field.StandardField;
import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import org.jspecify.annotations.Nullable;

/// What an import may set at a contact and never lift: that nobody is to contact the person, and
/// what the person has consented to.
///
/// That a consent was withdrawn is such a fact as well. If a file could give it back, the next
/// import of last year's list would.
record Flags(Contact.Draft draft) {

    /// Null for what nobody has set.
    @Nullable Boolean of(StandardField field) {
        return field == StandardField.DO_NOT_CONTACT
                ? draft.doNotContact() ? true : null
                : draft.consent(field);
    }

    void set(StandardField field, boolean value) {
        if (field == StandardField.DO_NOT_CONTACT) {
            draft.doNotContact(value);
        } else {
            draft.consent(field, value);
        }
    }

    /// What a cell wants to be set; null when it is content with nothing.
    static @Nullable Boolean wanted(Object value) {
        return switch (value) {
            case Boolean flag -> flag ? true : null;
            case Consent consent ->
                    switch (consent) {
                        case GIVEN -> true;
                        case WITHDRAWN -> false;
                        case NOT_GIVEN -> null;
                    };
            default -> throw new IllegalArgumentException("Not a flag");
        };
    }

    /// What a row is told that asked for something else than is set.
    static Info notLifted(StandardField field, boolean stored) {
        String message =
                field == StandardField.DO_NOT_CONTACT
                        ? "The contact must not be contacted, and an import cannot lift that. Change it at the contact."
                        : stored
                                ? "The person has given this consent, and an import cannot take it back. Withdraw it at the contact."
                                : "The person has withdrawn this consent, and an import cannot give it back. Note at the contact when it is given anew.";
        return Info.of(Code.NOT_LIFTED, field.key(), null, message);
    }
}
