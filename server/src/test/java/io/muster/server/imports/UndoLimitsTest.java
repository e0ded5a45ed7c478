package io.muster.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import io.muster.server.TestDatabase;
import io.muster.server.contacts.ContactBatches;
import io.muster.server.jobs.RecurringJob;
import io.muster.server.platform.DatabaseAddress;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// When an undo is refused, what becomes of rows that the database refuses, and how former values
/// are forgotten.
class UndoLimitsTest extends ImportTest {
    private static final String FILE = "Phone,First name\n+14155552600,Ana\n+14155552601,Ben\n";
    private static final String CHANGED =
            "Phone,First name\n+14155552600,Anna\n+14155552601,Benno\n";

    @Autowired List<RecurringJob> recurring;
    @Autowired ContactBatches contacts;
    @Autowired TenantTransactions transactions;
    private UndoApi undo;

    @BeforeEach
    void meet() {
        undo = new UndoApi(web, api);
    }

    @Test
    void onlyWhatHasEndedAndWrittenSomethingCanBeUndone() {
        assertRefused(api.upload(FILE), "has not ended");
        assertRefused(
                run("Phone,Note\n12,x\n", "{\"columns\": [{\"index\": 0, \"target\": \"phone\"}]}"),
                "nothing to undo");
        assertThat(undo.revert(UUID.randomUUID())).hasStatus(404);
        UUID id = run(FILE);
        assertThat(api.get("/api/v1/imports/" + id + "/revert")).hasStatus(404);
        undo.undo(id);
        assertRefused(id, "undone already");
        assertThat(api.get("/api/v1/imports/" + id + "/revert/rows?result=perhaps")).hasStatus(400);
    }

    @Test
    void anotherTenantsImportIsNotThere() {
        UUID id = run(FILE);
        var stranger = new ImportApi(web, tenants.create());

        for (String path : List.of("revert", "revert-preview", "revert/rows")) {
            assertThat(stranger.get("/api/v1/imports/" + id + "/" + path)).as(path).hasStatus(404);
        }
        assertThat(stranger.post(id, "revert")).hasStatus(404);
        assertThat(undo.contacts()).hasSize(2);
    }

    @Test
    void oneUndoAtATime() throws Exception {
        UUID first = run(FILE);
        UUID second = run(CHANGED);
        var held = new CountDownLatch(1);
        var locked = new CountDownLatch(1);
        TenantId tenant = api.tenant().id();
        var holder =
                CompletableFuture.runAsync(() ->
                        transactions.run(
                                tenant,
                                () -> {
                                    contacts.lockAndRaiseVersion(tenant);
                                    locked.countDown();
                                    await(held);
                                }));
        await(locked);

        assertThat(undo.revert(second)).hasStatus(202);
        assertThat(undo.revert(first)).hasStatus(409).bodyText().contains("Another import");
        assertRefused(second, "undone already, or just being undone");
        held.countDown();
        holder.get();

        assertThat(UndoApi.summary(undo.awaitEnd(second)))
                .isEqualTo("done 2: 2 reverted (0 deleted, 2 restored)");
        undo.undo(first);
        assertThat(undo.contacts()).isEmpty();
    }

    @Test
    void afterAWhileFormerValuesAreForgotten() {
        run(FILE);
        UUID old = run(CHANGED);
        UUID young = run("Phone,First name,City\n+14155552600,Anja,Graz\n");
        endedLongAgo(old);
        assertRefused(old, "could be undone until");

        recurring.stream()
                .filter(job -> job.name().equals("forgotten-images"))
                .forEach(RecurringJob::run);

        assertThat(images(old)).isZero();
        assertThat(images(young)).isOne();
        undo.undo(young);
        assertThat(undo.contact("+14155552600"))
                .containsEntry("first_name", "Anna")
                .containsEntry("city", null);
    }

    @Test
    void aLaterChangeWhoseFieldsAreForgottenMayBeAnyChange() {
        run("Phone,First name,City\n+14155552600,Ana,Wien\n");
        UUID first = run("Phone,City\n+14155552600,Graz\n");
        UUID second = run("Phone,First name\n+14155552600,Anna\n");
        endedLongAgo(second);
        recurring.stream()
                .filter(job -> job.name().equals("forgotten-images"))
                .forEach(RecurringJob::run);

        undo.undo(first);

        assertThat(undo.outcomes(first)).containsExactly("1 kept CHANGED_SINCE:city");
    }

    @Test
    void aBatchFromBeforeThereWasAnUndoIsKept() {
        UUID id = run(FILE);
        database("update delivery set contacts_version = null where import_id = :id", id);

        undo.undo(id);

        assertThat(undo.outcomes(id))
                .containsExactly("1 kept NO_LONGER_KEPT", "2 kept NO_LONGER_KEPT");
    }

    @Test
    void aRowThatTheDatabaseRefusesFailsAlone() {
        String refused = "Refused " + api.tenant().id();
        run(
                "Phone,First name\n+14155552600,%s\n+14155552601,Ben\n+14155552602,Cem\n"
                        .formatted(refused));
        UUID id =
                run(
                        """
                        Phone,First name
                        +14155552600,Ana
                        +14155552601,Benno
                        +14155552602,Cemal
                        +14155552603,Dora
                        """);
        String name = "refuse_" + api.tenant().id().toString().replace('-', '_');
        database(
                """
                create function %1$s() returns trigger language plpgsql as
                    $$ begin raise exception 'refused' using errcode = '23514'; end $$
                """
                        .formatted(name));
        database(
                "create trigger %1$s before update on contact for each row when (new.first_name = '%2$s') execute function %1$s()"
                        .formatted(name, refused));
        DocumentContext done = undo.undo(id);
        database("drop function %s cascade".formatted(name));

        assertThat(UndoApi.summary(done))
                .isEqualTo("done 4: 3 reverted, 1 failed (1 deleted, 2 restored)");
        assertThat(undo.outcomes(id))
                .containsExactly(
                        "1 failed NOT_RESTORABLE", "2 reverted", "3 reverted", "4 reverted");
        assertThat(undo.contacts()).hasSize(3);
        assertThat(undo.contact("+14155552600")).containsEntry("first_name", "Ana");
        assertThat(undo.contact("+14155552602")).containsEntry("first_name", "Cem");
    }

    private UUID run(String file) {
        return run(file, "");
    }

    private UUID run(String file, String options) {
        return ImportApi.id(api.run(file, options));
    }

    private void endedLongAgo(UUID id) {
        database(
                """
                update import
                   set finished_at = finished_at - interval '31 days', started_at = started_at - interval '31 days'
                 where id = :id
                """,
                id);
    }

    private void assertRefused(UUID id, String words) {
        assertThat(undo.revert(id)).hasStatus(409).bodyText().contains(words);
        MvcTestResult preview = api.get("/api/v1/imports/" + id + "/revert-preview");
        assertThat(preview).hasStatus(409).bodyText().contains(words);
    }

    private int images(UUID id) {
        return superuser()
                .sql(
                        """
                        select count(before_image) from log_row l join delivery d on d.id = l.delivery_id
                         where d.import_id = :id
                        """)
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private void database(String sql) {
        superuser().sql(sql).update();
    }

    private void database(String sql, UUID id) {
        superuser().sql(sql).param("id", id).update();
    }

    private JdbcClient superuser() {
        DatabaseAddress address = TestDatabase.asSuperuser(database());
        return JdbcClient.create(
                new DriverManagerDataSource(address.url(), address.user(), address.password()));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
