package io.muster.server.imports.repair;

import io.muster.engine.matching.Contact;
import io.muster.engine.matching.Decision;
import io.muster.engine.matching.IdentityKey;
import io.muster.engine.outcome.Outcome;
import io.muster.engine.repair.Repaired;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a row would be if it were taken up now.
///
/// @param decision what the engine makes of it
/// @param keys by which it is told which contact it is about
/// @param owners the contacts that have them
/// @param before the contact that it would change or confirm, as it stands; null for none
public record RowNow(
        Repaired row,
        Decision decision,
        Map<IdentityKey, String> keys,
        Map<IdentityKey, Contact> owners,
        @Nullable Contact before) {

    public long number() {
        return row.row().number();
    }

    public Outcome outcome() {
        return decision.outcome();
    }

    /// The contact as the row would leave it; null where nothing would be written.
    public @Nullable Contact after() {
        return decision.change() == null ? null : decision.change().after();
    }
}
