package io.muster.server.imports.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.field.StandardField;
import io.muster.engine.matching.Change;
import io.muster.engine.matching.Contact;
import io.muster.engine.matching.IdentityKey;
import io.muster.server.ServerTest;
import io.muster.server.TestTenants;
import io.muster.server.contacts.ContactBatches;
import io.muster.server.contacts.ContactKeys;
import io.muster.server.contacts.Origin;
import io.muster.server.contacts.StagedContacts;
import io.muster.server.platform.Ids;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Keys that no contact has need no look-up; those that a contact may have are always looked up.
@ServerTest
class TakenKeysTest {
    @Autowired TestTenants tenants;
    @Autowired TenantTransactions transactions;
    @Autowired ContactBatches contacts;

    private TenantId tenant;
    private TakenKeys taken;

    @BeforeEach
    void start() {
        tenant = tenants.create().id();
        taken = new TakenKeys(tenant, contacts);
        store(0, 10);
    }

    @Test
    void atFirstAllAreLookedUp() {
        assertThat(among(5, 15)).containsExactlyInAnyOrder(phones(5, 15));
    }

    @Test
    void afterSomeInVainOnlyThoseThatMayBeTaken() {
        taken.lookedUp(keys(1_000, 1_100), 0);

        assertThat(among(5, 15)).containsExactlyInAnyOrder(phones(5, 10));
    }

    @Test
    void whatRowsBroughtBeforeMayBeTaken() {
        taken.lookedUp(keys(1_000, 1_100), 0);
        among(100, 110);

        assertThat(among(105, 115)).containsExactlyInAnyOrder(phones(105, 110));
    }

    @Test
    void soMayWhatIsNotWrittenYet() {
        taken.lookedUp(keys(1_000, 1_100), 0);

        assertThat(among(keys(105, 115), keys(100, 110), version()))
                .containsExactlyInAnyOrder(phones(105, 110));
    }

    @Test
    void manyContactsAreNotReadForAFewRows() {
        taken.lookedUp(keys(1_000, 1_010), 8);

        assertThat(among(5, 15)).containsExactlyInAnyOrder(phones(5, 15));
    }

    @Test
    void changesOfOthersAreNotMissed() {
        taken.lookedUp(keys(1_000, 1_100), 0);
        among(50, 60);
        long before = version();
        store(200, 210);
        taken.forget(version());
        taken.lookedUp(keys(1_000, 1_100), 0);

        assertThat(among(keys(205, 215), new ContactKeys(), before))
                .as("by a look that may have come too early")
                .containsExactlyInAnyOrder(phones(205, 215));
        assertThat(among(205, 215)).containsExactlyInAnyOrder(phones(205, 210));
    }

    private List<String> among(int from, int to) {
        return among(keys(from, to), new ContactKeys(), version());
    }

    private List<String> among(ContactKeys keys, ContactKeys unwritten, long version) {
        return transactions.call(
                tenant,
                () ->
                        List.of(
                                taken.among(keys, () -> unwritten, version)
                                        .values(IdentityKey.PHONE)));
    }

    private long version() {
        return transactions.call(tenant, () -> contacts.version(tenant));
    }

    private void store(int from, int to) {
        List<Change> changes = IntStream.range(from, to).mapToObj(TakenKeysTest::create).toList();
        transactions.run(
                tenant,
                () -> {
                    contacts.lockAndRaiseVersion(tenant);
                    contacts.write(tenant, StagedContacts.of(changes), new Origin("a test"));
                });
    }

    private static Change create(int number) {
        return new Change.Create(
                Contact.create(Ids.next()).text(StandardField.PHONE, phone(number)).done());
    }

    private static ContactKeys keys(int from, int to) {
        ContactKeys keys = new ContactKeys();
        IntStream.range(from, to)
                .forEach(number -> keys.addAll(Map.of(IdentityKey.PHONE, phone(number))));
        return keys;
    }

    private static String[] phones(int from, int to) {
        return IntStream.range(from, to).mapToObj(TakenKeysTest::phone).toArray(String[]::new);
    }

    private static String phone(int number) {
        return "+1212%07d".formatted(number);
    }
}
