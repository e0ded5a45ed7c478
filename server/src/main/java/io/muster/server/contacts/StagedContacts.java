package io.muster.server.contacts;

import io.muster.engine.field.StandardField;
import io.muster.engine.matching.Change;
import io.muster.engine.matching.Contact;
import io.muster.server.platform.BinaryCopy;
import io.muster.server.platform.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The changes of a batch, folded to one state for each contact and laid out for the database.
///
/// @param created how many of them are new
/// @param updated how many of them were there
/// @param touchesConsents whether any of them may change a consent
/// @param bytes the rows in the order of [#COLUMNS], in binary COPY format
public record StagedContacts(int created, int updated, boolean touchesConsents, byte[] bytes) {

    /// Fields that are stored as text, in the order of their columns.
    public static final List<StandardField> TEXTS =
            List.of(
                    StandardField.EXTERNAL_ID,
                    StandardField.PHONE,
                    StandardField.EMAIL,
                    StandardField.FIRST_NAME,
                    StandardField.LAST_NAME,
                    StandardField.COMPANY,
                    StandardField.TIMEZONE,
                    StandardField.STREET,
                    StandardField.CITY,
                    StandardField.REGION,
                    StandardField.POSTAL_CODE,
                    StandardField.COUNTRY,
                    StandardField.OWNER,
                    StandardField.TEAM);

    private static final int COLUMNS = 2 + TEXTS.size() + 2 + StandardField.CONSENTS.size() + 1;
    private static final int TYPICAL_ROW = 256;

    private record State(Contact contact, boolean isNew) {}

    public static StagedContacts of(Iterable<Change> changes) {
        Map<UUID, State> states = new LinkedHashMap<>();
        boolean touchesConsents = false;
        for (Change change : changes) {
            touchesConsents |= touchesConsents(change);
            State former = states.get(change.contactId());
            boolean isNew = change instanceof Change.Create || (former != null && former.isNew());
            states.put(change.contactId(), new State(change.after(), isNew));
        }
        BinaryCopy copy = new BinaryCopy(states.size() * TYPICAL_ROW);
        int created = 0;
        for (State state : states.values()) {
            created += state.isNew() ? 1 : 0;
            row(copy, state);
        }
        return new StagedContacts(created, states.size() - created, touchesConsents, copy.done());
    }

    /// An update that does not tell what it replaces may replace anything.
    private static boolean touchesConsents(Change change) {
        return switch (change) {
            case Change.Create(Contact after) ->
                    StandardField.CONSENTS.stream().anyMatch(field -> after.consent(field) != null);
            case Change.Update(_, Map<String, ?> before) ->
                    before.isEmpty()
                            || StandardField.CONSENTS.stream()
                                    .anyMatch(field -> before.containsKey(field.key()));
        };
    }

    private static void row(BinaryCopy copy, State state) {
        values(copy.row(COLUMNS).bool(state.isNew()), state.contact());
    }

    private static void values(BinaryCopy copy, Contact contact) {
        copy.uuid(contact.id());
        for (StandardField field : TEXTS) {
            copy.text(contact.text(field));
        }
        copy.texts(contact.tags());
        copy.bool(contact.doNotContact());
        StandardField.CONSENTS.forEach(consent -> copy.bool(contact.consent(consent)));
        copy.jsonb(contact.custom().isEmpty() ? "{}" : Json.write(contact.custom()));
    }
}
