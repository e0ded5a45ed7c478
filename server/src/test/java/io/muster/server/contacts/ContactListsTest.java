package io.muster.server.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.field.StandardField;
import io.muster.engine.matching.Change;
import io.muster.server.ServerTest;
import io.muster.server.TestTenants;
import io.muster.server.access.Sight;
import io.muster.server.contacts.filter.ContactFilter;
import io.muster.server.contacts.filter.ContactFilter.Condition;
import io.muster.server.contacts.filter.FilterField;
import io.muster.server.contacts.filter.FilterOp;
import io.muster.server.platform.Ids;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/// Lists of so many contacts that no page looks through all of them.
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContactListsTest {
    private static final int MANY = 60_000;
    private static final int OFTEN = 20_000;

    @Autowired TestTenants tenants;
    @Autowired TenantTransactions transactions;
    @Autowired ContactBatches batches;
    @Autowired ContactLists lists;
    @Autowired FilteredContacts filtered;

    private TenantId tenant = new TenantId(new UUID(0, 0));
    private final List<UUID> rare = new ArrayList<>();

    /// Few of them are called Rare, far apart; the first of all has an external id.
    @BeforeAll
    void makeMany() {
        tenant = tenants.create().id();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            UUID id = Ids.next();
            boolean isRare = i % OFTEN == 10;
            if (isRare) {
                rare.addFirst(id);
            }
            changes.add(
                    new Change.Create(
                            io.muster.engine.matching.Contact.create(id)
                                    .text(StandardField.FIRST_NAME, isRare ? "Rare" : "Usual")
                                    .text(StandardField.EXTERNAL_ID, i == 0 ? "Usual" : null)
                                    .done()));
        }
        transactions.run(
                tenant,
                () -> {
                    batches.lockAndRaiseVersion(tenant);
                    batches.write(tenant, StagedContacts.of(changes), new Origin("a test"));
                });
    }

    @Test
    void aSearchGoesOnUntilItHasSeenAll() {
        var query = ContactQuery.of(lists.search(tenant, "rare", Sight.WHOLE));

        assertThat(walk(query)).isEqualTo(rare);
        assertThat(lists.count(tenant, query)).isEqualTo(rare.size());
        assertThat(lists.tally(tenant, query)).isEqualTo(Tally.atLeast(1));
    }

    @Test
    void aFilterGoesOnUntilItHasSeenAll() {
        var query = ContactQuery.of(named("Rare"));

        assertThat(walk(query)).isEqualTo(rare);
        assertThat(filtered.count(tenant, List.of(named("Rare")))).containsExactly(3L);
    }

    @Test
    void whoIsFoundGoingForthIsFoundGoingBack() {
        var query = ContactQuery.of(named("Rare"));
        Slice slice = lists.list(tenant, query, new Place.Newest(), 10);
        while (slice.older() != null) {
            slice = lists.list(tenant, query, new Place.OlderThan(slice.older()), 10);
        }
        List<UUID> found = new ArrayList<>();
        while (slice.newer() != null) {
            slice = lists.list(tenant, query, new Place.NewerThan(slice.newer()), 10);
            found.addAll(0, ids(slice));
        }

        assertThat(found).isEqualTo(rare.subList(0, rare.size() - 1));
    }

    @Test
    void whoeverHasTheVeryIdComesFirstAndOnce() {
        var query = ContactQuery.of(lists.search(tenant, "usual", Sight.WHOLE));
        assertThat(lists.list(tenant, query, new Place.Newest(), 5).contacts())
                .as("the id is compared exactly")
                .allSatisfy(one -> assertThat(one.externalId()).isNull());

        var exact = ContactQuery.of(lists.search(tenant, "Usual", Sight.WHOLE));
        for (int limit : new int[] {1, 2, 5}) {
            Slice first = lists.list(tenant, exact, new Place.Newest(), limit);
            assertThat(first.contacts()).hasSize(limit);
            assertThat(first.contacts().getFirst().externalId()).isEqualTo("Usual");
            UUID older = Objects.requireNonNull(first.older());
            Slice second = lists.list(tenant, exact, new Place.OlderThan(older), limit);
            assertThat(second.contacts())
                    .hasSize(limit)
                    .doesNotContainAnyElementsOf(first.contacts());
        }
    }

    @Test
    void whatAnIndexLeadsToIsFoundAtOnce() {
        var filter =
                new Condition(
                        new FilterField.Standard(StandardField.EXTERNAL_ID), FilterOp.IS, "Usual");
        var query = ContactQuery.of(new ContactFilter.All(List.of(filter)));

        Slice slice = lists.list(tenant, query, new Place.Newest(), 10);

        assertThat(slice.contacts()).hasSize(1);
        assertThat(slice.older()).isNull();
        assertThat(lists.tally(tenant, query)).isEqualTo(Tally.exactly(1));
    }

    @Test
    void nobodyIsCountedFurtherThanAnybodyReads() {
        assertThat(lists.tally(tenant, ContactQuery.of(ContactFilter.EVERYBODY)))
                .isEqualTo(Tally.atLeast(Tally.LIMIT));
        assertThat(lists.tally(tenant, ContactQuery.of(named("Usual"))))
                .isEqualTo(Tally.atLeast(Tally.LIMIT));
        assertThat(lists.areFew(tenant)).isFalse();
        assertThat(lists.areFew(tenants.create().id())).isTrue();
    }

    private List<UUID> walk(ContactQuery query) {
        List<UUID> found = new ArrayList<>();
        Slice slice = lists.list(tenant, query, new Place.Newest(), 10);
        found.addAll(ids(slice));
        while (slice.older() != null) {
            slice = lists.list(tenant, query, new Place.OlderThan(slice.older()), 10);
            found.addAll(ids(slice));
        }
        return found;
    }

    private static List<UUID> ids(Slice slice) {
        return slice.contacts().stream().map(Contact::id).toList();
    }

    private static ContactFilter named(String name) {
        return new Condition(new FilterField.Standard(StandardField.FIRST_NAME), FilterOp.IS, name);
    }
}
