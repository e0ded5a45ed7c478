package io.muster.server.imports.run;

import io.muster.engine.mapping.MappedRow;
import io.muster.engine.matching.Decider;
import io.muster.server.contacts.ContactKeys;
import java.util.List;

/// The keys that must be looked up for a batch of rows.
final class BatchKeys {
    private BatchKeys() {}

    static ContactKeys of(List<MappedRow> rows, Decider decider) {
        ContactKeys keys = new ContactKeys();
        for (MappedRow row : rows) {
            if (row instanceof MappedRow.Candidate candidate) {
                keys.addAll(decider.keys(candidate));
            }
        }
        return keys;
    }
}
