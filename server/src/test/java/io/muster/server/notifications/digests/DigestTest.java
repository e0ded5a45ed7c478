package io.muster.server.notifications.digests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.muster.server.TestApi;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants;
import io.muster.server.TestTenants.TestTenant;
import io.muster.server.access.MemberCaller;
import io.muster.server.access.Role;
import io.muster.server.notifications.MailTest;
import io.muster.server.platform.Ids;
import io.muster.server.tenants.TenantTransactions;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Mails about sources, through a real mail server.
class DigestTest extends MailTest {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired TenantTransactions transactions;
    @Autowired Digests digests;
    @Autowired DueDigests due;
    @Autowired DigestJob job;
    @Autowired JdbcClient jdbc;
    private TestTenant tenant;
    private TestApi calls;
    private MemberCaller member;

    @BeforeEach
    void aSource() {
        tenant = tenants.create();
        calls = new TestApi(web, tenant);
        member = tenants.member(tenant.id(), Role.VIEWER);
        assertThat(calls.post("/api/v1/sources", "{\"key\": \"crm\", \"name\": \"Our <CRM>\"}"))
                .hasStatus(201);
    }

    @Test
    void tellsHowTheSourceIsDoing() throws Exception {
        calls.post(
                "/api/v1/sources/crm/contacts",
                "[{\"email\": \"ada@example.org\"}, {\"email\": \"eve@example.org\", \"phone\": \"secret\"}, {}, {}]");
        UUID id = asked();

        job.run(tenant.id(), id, () -> false);

        MimeMessage mail = mailsTo(member).getFirst();
        assertThat(mail.getSubject()).startsWith("Our <CRM>: 4 rows, 2 failed (");
        assertThat(mail.getMessageID()).isEqualTo("<digest-" + id + "@muster>");
        assertThat(part(mail, 0))
                .contains("Success: 1\n", "Warning: 1\n", "Failure: 2\n", "Total: 4\n")
                .contains("- 2 rows: ", "- 1 row in phone: ")
                .contains("https://muster.example/import-log?from=", "&source=crm")
                .contains("https://muster.example/digests");
        assertThat(part(mail, 1)).contains("<h1>Our &lt;CRM&gt;</h1>");
        assertThat(part(mail, 0) + part(mail, 1)).doesNotContain("ada@", "eve@", "secret");
    }

    @Test
    void saysWhenNothingCame() throws Exception {
        job.run(tenant.id(), asked(), () -> false);

        assertThat(part(mailsTo(member).getFirst(), 0)).contains("Nothing came from this source.");
    }

    @Test
    void isSentOnceHoweverOftenAnybodyLooks() {
        digests.choose(member, Map.of(source(), Rhythm.DAILY));
        due.run();
        assertThat(count()).as("of days before it was wanted there is none").isZero();
        update("update digest set created_at = now() - interval '10 days'");

        due.run();
        due.run();

        await().atMost(LONGEST).until(() -> !mailsTo(member).isEmpty());
        assertThat(count()).isOne();
        UUID id =
                transactions.call(
                        tenant.id(),
                        () -> jdbc.sql("select id from digest_email").query(UUID.class).single());
        job.run(tenant.id(), id, () -> false);
        await().atMost(LONGEST).until(() -> waitingJobs() == 0);
        assertThat(mailsTo(member)).hasSize(1);
    }

    @Test
    void waitsForAMailServerThatIsAway() {
        UUID id = asked();
        whileAway(() -> {
            assertThatThrownBy(() -> job.run(tenant.id(), id, () -> false))
                    .isInstanceOf(MailException.class);
            return id;
        });

        job.run(tenant.id(), id, () -> false);
        job.run(tenant.id(), id, () -> false);
        assertThat(mailsTo(member)).hasSize(1);
    }

    @Test
    void eachMemberChoosesForThemselves() {
        MemberCaller colleague = tenants.member(tenant.id(), Role.ADMIN);
        TestBrowser browser = TestBrowser.signedIn(web, member.email());
        assertThat(browser.html("/digests")).contains("Our &lt;CRM&gt;", "No digest");

        assertThat(browser.post("/digests", Map.of("source-" + source(), "weekly")))
                .hasRedirectedUrl("/digests?saved=1");

        assertThat(digests.wanted(member)).containsExactly(Map.entry(source(), Rhythm.WEEKLY));
        assertThat(digests.wanted(colleague)).isEmpty();
        browser.post("/digests", Map.of("source-" + UUID.randomUUID(), "daily"));
        assertThat(digests.wanted(member)).isEmpty();
    }

    @Test
    void goesWithTheSource() {
        digests.choose(member, Map.of(source(), Rhythm.DAILY));
        UUID id = asked();
        assertThat(calls.delete("/api/v1/sources/crm")).hasStatus(204);

        job.run(tenant.id(), id, () -> false);

        assertThat(mailsTo(member)).isEmpty();
        assertThat(digests.wanted(member)).isEmpty();
    }

    /// A digest of this hour.
    private UUID asked() {
        UUID id = Ids.next();
        transactions.run(
                tenant.id(),
                () ->
                        jdbc.sql(
                                        """
                                        insert into digest_email (tenant_id, id, source_id, account_id, begins_at, ends_at)
                                        values (:tenant, :id, :source, :account, now() - interval '1 hour', now() + interval '1 hour')
                                        """)
                                .param("tenant", tenant.id().value())
                                .param("id", id)
                                .param("source", source())
                                .param("account", member.accountId())
                                .update());
        return id;
    }

    private UUID source() {
        return digests.sources(member).stream()
                .map(one -> one.id())
                .findFirst()
                .orElse(new UUID(0, 0));
    }

    private long count() {
        return transactions.call(
                tenant.id(),
                () -> jdbc.sql("select count(*) from digest_email").query(Long.class).single());
    }

    private void update(String sql) {
        transactions.run(tenant.id(), () -> jdbc.sql(sql).update());
    }

    private long waitingJobs() {
        return jdbc.sql("select count(*) from scheduled_tasks where task_name = 'digest'")
                .query(Long.class)
                .single();
    }
}
