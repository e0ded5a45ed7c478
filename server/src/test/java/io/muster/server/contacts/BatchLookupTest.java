package io.muster.server.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.field.StandardField;
import io.muster.engine.matching.Change;
import io.muster.engine.matching.Contact;
import io.muster.engine.matching.IdentityKey;
import io.muster.server.ServerTest;
import io.muster.server.TestTenants;
import io.muster.server.platform.Ids;
import io.muster.server.platform.WorkerThread;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/// A look-up goes by the keys that it looks for, however many these are, however fast the contacts
/// grow and however few other tenants have: were it to read all contacts of the tenant, imports
/// would slow down with each batch.
@ServerTest
class BatchLookupTest {
    private static final int BATCHES = 12;
    private static final int BATCH_ROWS = 2_000;

    private static final String READ_SO_FAR =
            """
            select coalesce(sum(seq_tup_read + idx_tup_fetch), 0)
              from pg_stat_xact_user_tables where relname = 'contact'
            """;

    private static final String SMALL_TENANTS =
            """
            do $$ begin
                for tenant in 1 .. 1000 loop
                    perform set_config('muster.tenant', gen_random_uuid()::text, true);
                    insert into contact (tenant_id, id, phone)
                    select current_setting('muster.tenant')::uuid, gen_random_uuid(), '+1212555000' || number
                      from generate_series(1, 3) as number;
                end loop;
            end $$
            """;

    @Autowired TestTenants tenants;
    @Autowired TenantTransactions transactions;
    @Autowired ContactBatches batches;
    @Autowired JdbcTemplate jdbc;

    @Test
    void readsNoContactThatItDoesNotFind() throws Exception {
        fillSmallTenants();
        TenantId tenant = tenants.create().id();
        try (ExecutorService worker =
                Executors.newSingleThreadExecutor(WorkerThread.factory("test-worker"))) {
            List<Long> read = new ArrayList<>();
            for (int batch = 0; batch < BATCHES; batch++) {
                int number = batch;
                read.add(
                        worker.submit(() ->
                                        transactions.call(
                                                tenant, () -> importBatch(tenant, number)))
                                .get());
            }
            // While there are few, reading them all may be the shortest way.
            assertThat(read.subList(BATCHES / 2, BATCHES)).containsOnly(0L);
        }
    }

    /// However many rows bring its key.
    @Test
    void findsEachContactOnce() {
        TenantId tenant = tenants.create().id();
        List<Contact> found =
                transactions.call(
                        tenant,
                        () -> {
                            batches.lockAndRaiseVersion(tenant);
                            batches.write(
                                    tenant,
                                    StagedContacts.of(List.of(create(1), create(2))),
                                    new Origin("a test"));
                            ContactKeys repeated = new ContactKeys();
                            repeated.addAll(keys(1));
                            repeated.addAll(keys(1));
                            return batches.find(tenant, repeated).contacts();
                        });

        assertThat(found).hasSize(1);
    }

    /// Statistics then say that a tenant has three contacts.
    private void fillSmallTenants() {
        jdbc.execute(SMALL_TENANTS);
        jdbc.execute("analyze contact");
    }

    /// Looks up rows that are new, and writes them.
    ///
    /// @return how many contacts the database read for it
    private long importBatch(TenantId tenant, int batch) {
        ContactKeys keys = new ContactKeys();
        rows(batch, BatchLookupTest::keys).forEach(keys::addAll);
        long before = readSoFar();
        assertThat(batches.find(tenant, keys).contacts()).isEmpty();
        long read = readSoFar() - before;
        batches.lockAndRaiseVersion(tenant);
        List<Change> changes = rows(batch, BatchLookupTest::create).toList();
        batches.write(tenant, StagedContacts.of(changes), new Origin("a test"));
        return read;
    }

    private long readSoFar() {
        Long read = jdbc.queryForObject(READ_SO_FAR, Long.class);
        return read == null ? 0 : read;
    }

    private static <T> Stream<T> rows(int batch, IntFunction<T> row) {
        return IntStream.range(batch * BATCH_ROWS, (batch + 1) * BATCH_ROWS).mapToObj(row);
    }

    private static Map<IdentityKey, String> keys(int row) {
        Map<IdentityKey, String> keys = new EnumMap<>(IdentityKey.class);
        keys.put(IdentityKey.PHONE, "+1212%07d".formatted(row));
        keys.put(IdentityKey.EMAIL, "person%d@example.org".formatted(row));
        return keys;
    }

    private static Change create(int row) {
        Contact.Draft draft = Contact.create(Ids.next());
        draft.text(StandardField.PHONE, keys(row).get(IdentityKey.PHONE));
        draft.text(StandardField.EMAIL, keys(row).get(IdentityKey.EMAIL));
        return new Change.Create(draft.done());
    }
}
