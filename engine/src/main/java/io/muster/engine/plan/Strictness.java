package io.muster.engine.plan;

import io.muster.engine.mapping.InvalidPolicy;
import io.muster.engine.mapping.Requirement;
import io.muster.engine.matching.ConflictPolicy;
import java.util.List;

/// How forgiving an import is where it says nothing about it, by who is there to repair a row.
public enum Strictness {
    /// Files, campaign uploads and imports over the API: somebody looks at the result, so a row is
    /// taken whole or given back.
    STRICT(InvalidPolicy.REJECT_ROW, ConflictPolicy.REJECT_ROW),
    /// Sources that push: nobody looks, so whatever is right is kept and the rest is noted.
    LENIENT(InvalidPolicy.DROP_FIELD, ConflictPolicy.DROP_FIELD);

    private final InvalidPolicy onInvalid;
    private final ConflictPolicy onConflict;

    Strictness(InvalidPolicy onInvalid, ConflictPolicy onConflict) {
        this.onInvalid = onInvalid;
        this.onConflict = onConflict;
    }

    public InvalidPolicy onInvalid() {
        return onInvalid;
    }

    public ConflictPolicy onConflict() {
        return onConflict;
    }

    /// The fields that a row must hold.
    ///
    /// @param tenant what the tenant demands of its files
    public List<String> required(List<String> tenant) {
        return switch (this) {
            case STRICT -> tenant;
            case LENIENT -> List.of(Requirement.ANY_KEY);
        };
    }
}
