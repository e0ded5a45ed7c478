package io.muster.server.imports.repair.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.muster.engine.matching.Contact;
import io.muster.engine.matching.IdentityKey;
import io.muster.engine.outcome.Info;
import io.muster.engine.outcome.Outcome;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportRows;
import io.muster.server.imports.repair.RowNow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a row would be if the import took it up now.
///
/// @param contactId the contact that it would change or confirm; null for a new one, or none
/// @param payload its cells as they stand, by header
/// @param edited headers of the cells that are no longer those of the last attempt, or of the file
/// @param dropped whether the row was taken out of the import
/// @param candidates the contacts that have its keys
@JsonInclude(JsonInclude.Include.ALWAYS)
record RowNowView(
        long row,
        String result,
        String action,
        @Nullable String matchedOn,
        @Nullable UUID contactId,
        List<Info> info,
        Map<String, String> payload,
        List<String> edited,
        boolean dropped,
        List<Candidate> candidates) {

    /// A contact that has keys of the row.
    ///
    /// @param keys which of them: `external_id`, `phone`, `email`
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Candidate(
            UUID contactId,
            @Nullable String externalId,
            @Nullable String phone,
            @Nullable String email,
            List<String> keys) {}

    static RowNowView of(Import of, RowNow now) {
        Outcome outcome = now.outcome();
        return new RowNowView(
                now.number(),
                outcome.result().name().toLowerCase(Locale.ROOT),
                outcome.action().name().toLowerCase(Locale.ROOT),
                matchedOn(outcome),
                now.before() == null ? null : now.before().id(),
                outcome.info(),
                ImportRows.payload(of, now.row().row().cells()),
                now.row().changed().stream()
                        .filter(index -> index < of.columns().size())
                        .map(index -> of.columns().get(index).name())
                        .toList(),
                now.row().dropped(),
                candidates(now.owners()));
    }

    private static @Nullable String matchedOn(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Updated updated -> updated.matchedOn();
            case Outcome.Unchanged unchanged -> unchanged.matchedOn();
            case Outcome.Created _, Outcome.Skipped _, Outcome.Failed _ -> null;
        };
    }

    private static List<Candidate> candidates(Map<IdentityKey, Contact> owners) {
        Map<UUID, Contact> contacts = new LinkedHashMap<>();
        owners.values().forEach(contact -> contacts.put(contact.id(), contact));
        List<Candidate> candidates = new ArrayList<>();
        for (Contact contact : contacts.values()) {
            Map<IdentityKey, Contact> own = new EnumMap<>(IdentityKey.class);
            own.putAll(owners);
            own.values().removeIf(other -> !other.id().equals(contact.id()));
            candidates.add(
                    new Candidate(
                            contact.id(),
                            contact.key(IdentityKey.EXTERNAL_ID),
                            contact.key(IdentityKey.PHONE),
                            contact.key(IdentityKey.EMAIL),
                            own.keySet().stream().map(key -> key.field().key()).toList()));
        }
        return candidates;
    }
}
