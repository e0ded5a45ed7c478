package io.muster.server.imports.undo;

import io.muster.engine.matching.Change;
import io.muster.engine.matching.Contact;
import io.muster.engine.matching.ContactFields;
import io.muster.engine.matching.IdentityKey;
import java.util.Objects;
import java.util.stream.Stream;

/// A contact that gets former values back.
///
/// @param now as it stands
/// @param former as it is to be
record RestoredContact(Contact now, Contact former) {

    boolean hasOtherKeys() {
        return Stream.of(IdentityKey.values())
                .anyMatch(key -> !Objects.equals(former.key(key), now.key(key)));
    }

    Change change() {
        return new Change.Update(former, ContactFields.changed(now, former));
    }
}
