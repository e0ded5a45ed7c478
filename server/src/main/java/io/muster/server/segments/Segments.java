package io.muster.server.segments;

import io.muster.server.access.Caller;
import io.muster.server.contacts.ContactBatches;
import io.muster.server.contacts.ContactLists;
import io.muster.server.contacts.FilteredContacts;
import io.muster.server.contacts.filter.ContactFilter;
import io.muster.server.contacts.filter.FilterNode;
import io.muster.server.platform.Ids;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.segments.SegmentCount.Counting;
import io.muster.server.segments.store.SegmentStore;
import io.muster.server.segments.store.SegmentStore.Row;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The segments of tenants. A count holds until any contact changes.
@Service
public class Segments {
    /// The most that a tenant has.
    public static final int MOST = 500;

    private final TenantTransactions transactions;
    private final SegmentStore store;
    private final FilteredContacts contacts;
    private final ContactLists lists;
    private final ContactBatches versions;

    Segments(
            TenantTransactions transactions,
            SegmentStore store,
            FilteredContacts contacts,
            ContactLists lists,
            ContactBatches versions) {
        this.transactions = transactions;
        this.store = store;
        this.contacts = contacts;
        this.lists = lists;
        this.versions = versions;
    }

    /// What a segment is called, for people to choose from.
    public record Named(UUID id, String name) {}

    /// By name, from a name on.
    ///
    /// @param after null for the first
    public List<Segment> list(
            TenantId tenant, @Nullable String after, int limit, Counting counting) {
        return transactions.call(
                tenant, () -> counted(tenant, store.list(tenant, after, limit), counting));
    }

    /// All of them by name, without a look at their contacts.
    public List<Named> names(TenantId tenant) {
        return transactions.call(tenant, () -> store.list(tenant, null, MOST)).stream()
                .map(row -> new Named(row.id(), row.name()))
                .toList();
    }

    /// @throws ApiProblem 404 if there is none
    public Segment get(TenantId tenant, UUID id, Counting counting) {
        return transactions.call(
                tenant,
                () -> {
                    Row row = store.find(tenant, id).orElseThrow(Segments::notFound);
                    return counted(tenant, List.of(row), counting).getFirst();
                });
    }

    /// @throws ApiProblem 422 naming all that is wrong with name and filter, or when there are too
    ///   many
    public UUID create(Caller caller, @Nullable String name, @Nullable FilterNode filter) {
        TenantId tenant = caller.tenant();
        String clean = SegmentName.clean(name);
        ContactFilter read = read(tenant, filter);
        UUID id = Ids.next();
        transactions.run(
                tenant,
                () -> {
                    store.lock(tenant);
                    refuseTaken(tenant, clean, id);
                    if (store.count(tenant) >= MOST) {
                        throw tooMany();
                    }
                    store.insert(tenant, id, clean, read.node(), caller.displayName());
                });
        return id;
    }

    /// Changes what is given.
    ///
    /// @param name null to keep it
    /// @param filter null to keep it
    /// @throws ApiProblem 404 if there is none, 422 naming all that is wrong
    public void change(
            TenantId tenant, UUID id, @Nullable String name, @Nullable FilterNode filter) {
        String clean = name == null ? null : SegmentName.clean(name);
        ContactFilter read = filter == null ? null : read(tenant, filter);
        transactions.run(
                tenant,
                () -> {
                    store.lock(tenant);
                    Row row = store.find(tenant, id).orElseThrow(Segments::notFound);
                    String newName = clean == null ? row.name() : clean;
                    refuseTaken(tenant, newName, id);
                    store.update(tenant, id, newName, read == null ? row.filter() : read.node());
                });
    }

    /// Contacts stay as they are.
    ///
    /// @throws ApiProblem 404 if there is none
    public void delete(TenantId tenant, UUID id) {
        if (!transactions.call(tenant, () -> store.delete(tenant, id))) {
            throw notFound();
        }
    }

    private ContactFilter read(TenantId tenant, @Nullable FilterNode filter) {
        if (filter == null) {
            String message = "A segment needs a filter: all or any, with a list of conditions.";
            throw ApiProblem.unprocessable(
                    message, List.of(new FieldError("/filter", "MISSING_FIELD", message)));
        }
        return contacts.read(tenant, filter, "/filter");
    }

    private void refuseTaken(TenantId tenant, String name, UUID id) {
        store.byName(tenant, name)
                .filter(other -> !other.equals(id))
                .ifPresent(other -> {
                    throw SegmentName.taken(name);
                });
    }

    /// The version first: what is counted after it is as new, or newer.
    private List<Segment> counted(TenantId tenant, List<Row> rows, Counting counting) {
        long version = versions.version(tenant);
        List<ContactFilter> filters =
                contacts.kept(tenant, rows.stream().map(Row::filter).toList());
        List<ContactFilter> stale = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).isCounted(version)) {
                stale.add(filters.get(i));
            }
        }
        boolean counts =
                switch (counting) {
                    case ALL -> true;
                    case AT_HAND -> stale.isEmpty() || lists.areFew(tenant);
                };
        Iterator<Long> fresh =
                (counts ? contacts.count(tenant, stale) : List.<Long>of()).iterator();
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Long known = row.counted();
            SegmentCount count;
            if (known != null && row.isCounted(version)) {
                count = new SegmentCount.Now(known);
            } else if (fresh.hasNext()) {
                long now = fresh.next();
                store.saveCount(tenant, row, now, version);
                count = new SegmentCount.Now(now);
            } else {
                count = known == null ? new SegmentCount.Unknown() : new SegmentCount.Former(known);
            }
            segments.add(
                    new Segment(
                            row.id(),
                            row.name(),
                            filters.get(i),
                            count,
                            row.createdBy(),
                            row.createdAt(),
                            row.updatedAt()));
        }
        return segments;
    }

    private static ApiProblem tooMany() {
        String message = "There can be %d segments at most. Delete some first.".formatted(MOST);
        return ApiProblem.unprocessable(message, List.of(new FieldError("", "TOO_MANY", message)));
    }

    private static ApiProblem notFound() {
        return ApiProblem.notFound("segment");
    }
}
