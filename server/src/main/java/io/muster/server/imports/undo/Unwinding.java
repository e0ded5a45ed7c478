package io.muster.server.imports.undo;

import io.muster.engine.matching.Contact;
import io.muster.engine.matching.IdentityKey;
import io.muster.engine.matching.WorkingSet;
import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import io.muster.engine.undo.History;
import io.muster.engine.undo.UndoOutcome;
import io.muster.engine.undo.Unwinder;
import io.muster.engine.undo.WrittenRow;
import io.muster.server.contacts.ContactKeys;
import io.muster.server.contacts.ContactStand;
import io.muster.server.imports.undo.store.WrittenBatchStore;
import io.muster.server.tenants.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Works out what undoing a batch comes to, over whatever ground; writes nothing. Needs the
/// tenant's transaction.
@Component
class Unwinding {
    private final WrittenBatchStore batches;

    Unwinding(WrittenBatchStore batches) {
        this.batches = batches;
    }

    UndoneBatch unwind(TenantId tenant, UUID importId, WrittenBatch batch, Ground ground) {
        List<WrittenRow> rows = batches.rows(tenant, batch.delivery());
        Long version = batch.version();
        return version == null
                ? tooOld(batch, rows)
                : unwind(tenant, importId, batch, version, rows, ground);
    }

    private static UndoneBatch unwind(
            TenantId tenant,
            UUID importId,
            WrittenBatch batch,
            long version,
            List<WrittenRow> rows,
            Ground ground) {
        Ground.Seen seen = ground.look(tenant, contacts(rows.stream()), formerKeys(rows));
        Map<UUID, ContactStand> living = new HashMap<>();
        List<ContactStand> deleted = new ArrayList<>();
        for (ContactStand stand : seen.stands()) {
            if (stand.deleted()) {
                deleted.add(stand);
            } else {
                living.put(stand.contact().id(), stand);
            }
        }
        WorkingSet found = new WorkingSet();
        seen.holders().contacts().forEach(found::put);
        living.values().forEach(stand -> found.put(stand.contact()));
        seen.holders().mark(found);
        var unwinder =
                new Unwinder(
                        version,
                        found,
                        histories(tenant, importId, batch, version, rows, living, ground),
                        ground.removed(tenant, importId, deleted),
                        deleted.stream()
                                .filter(ContactStand::merged)
                                .map(stand -> stand.contact().id())
                                .collect(Collectors.toSet()));
        List<UndoneRow> undone =
                rows.stream().map(row -> new UndoneRow(row, unwinder.undo(row))).toList();
        List<RestoredContact> restored = new ArrayList<>();
        for (Contact former : unwinder.restored()) {
            ContactStand now = living.get(former.id());
            if (now != null) {
                restored.add(new RestoredContact(now.contact(), former));
            }
        }
        return new UndoneBatch(batch, undone, unwinder.removed(), restored);
    }

    private static Map<UUID, History> histories(
            TenantId tenant,
            UUID importId,
            WrittenBatch batch,
            long version,
            List<WrittenRow> rows,
            Map<UUID, ContactStand> living,
            Ground ground) {
        // Nothing has happened since to a contact that was made here and written last here.
        Set<UUID> wanted =
                contacts(
                        rows.stream()
                                .filter(row -> {
                                    ContactStand stand = living.get(row.contact());
                                    return stand != null
                                            && (row instanceof WrittenRow.Changed
                                                    || stand.version() != version);
                                }));
        return new Pasts(importId, batch.delivery())
                .histories(living, wanted, ground.events(tenant, wanted));
    }

    private static UndoneBatch tooOld(WrittenBatch batch, List<WrittenRow> rows) {
        List<UndoneRow> kept =
                rows.stream()
                        .map(row ->
                                new UndoneRow(
                                        row, new UndoOutcome.Kept(Info.of(Code.NO_LONGER_KEPT))))
                        .toList();
        return new UndoneBatch(batch, kept, Set.of(), List.of());
    }

    private static Set<UUID> contacts(Stream<WrittenRow> rows) {
        return rows.map(WrittenRow::contact).collect(Collectors.toCollection(HashSet::new));
    }

    private static ContactKeys formerKeys(List<WrittenRow> rows) {
        ContactKeys keys = new ContactKeys();
        for (WrittenRow row : rows) {
            if (row instanceof WrittenRow.Changed changed && changed.before() != null) {
                for (IdentityKey key : IdentityKey.values()) {
                    if (changed.before().get(key.field().key()) instanceof String value) {
                        keys.add(key, value);
                    }
                }
            }
        }
        return keys;
    }
}
