package io.muster.server.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.server.TestTenants;
import io.muster.server.access.ApiKeys;
import io.muster.server.access.MemberCaller;
import io.muster.server.access.Role;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportStatus;
import io.muster.server.imports.Imports;
import io.muster.server.tenants.TenantTransactions;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Emails about imports, through a real mail server.
class ImportEmailTest extends MailTest {
    private static final String FILE =
            """
            Phone,Email
            212-555-0101,ada@example.org
            212-555-0102,grace@example.org
            secret-number,hedy@example.org
            212-555-0104,not an address
            ,mary@example.org
            212-555-0101,ada@example.org
            """;

    @Autowired TestTenants tenants;
    @Autowired TenantTransactions transactions;
    @Autowired ApiKeys keys;
    @Autowired Imports imports;
    @Autowired MemberImports files;
    @Autowired ImportEmailJob job;
    @Autowired JdbcClient jdbc;

    MemberCaller member;

    @BeforeEach
    void aMember() {
        member = tenants.member(tenants.create().id(), Role.OPERATOR);
    }

    @Test
    void tellsWhoStartedTheImportWhatCameOfIt() throws Exception {
        Import ended = files.toTheEnd(member, FILE);

        MimeMessage mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo("Import #1 completed: 3 of 6 rows imported");
        assertThat(mail.getFrom()[0]).hasToString("muster@example.com");
        assertThat(mail.getMessageID()).isEqualTo("<import-" + ended.id() + "@muster>");
        assertThat(part(mail, 0))
                .isEqualToIgnoringNewLines(
                        """
                        Your import is complete

                        File: <b>fair</b> & more.csv

                        Created: 2
                        Updated: 0
                        Unchanged: 1
                        Skipped: 1
                        Failed: 2
                        Not processed: 0
                        Total: 6

                        Most frequent reasons:
                        - 1 row in phone: This is not a valid phone number. Check the digits and the country.
                        - 1 row in email: This is not a valid email address. Correct it, or leave the cell blank.
                        - 1 row in phone: The row has no phone number, and this import requires one.
                        - 1 row: An earlier row of this file is about the same contact.

                        Open the import: https://muster.example/imports/%s

                        You get this email because you started the import.
                        """
                                .formatted(ended.id()));
        assertThat(part(mail, 1))
                .contains(
                        "<h1>Your import is complete</h1>",
                        "File: &lt;b&gt;fair&lt;/b&gt; &amp; more.csv",
                        "<a href=\"https://muster.example/imports/" + ended.id() + "\">",
                        "The row has no phone number, and this import requires one.")
                .doesNotContain("<b>");
    }

    @Test
    void holdsNothingOfContacts() throws Exception {
        files.toTheEnd(member, FILE);

        MimeMessage mail = onlyMail();
        assertThat(List.of(mail.getSubject(), part(mail, 0), part(mail, 1)))
                .noneMatch(text ->
                        Stream.of("secret-number", "not an address", "555", "example.org")
                                .anyMatch(text::contains));
    }

    @Test
    void isSentOnceHoweverOftenItsJobRuns() {
        Import ended = files.toTheEnd(member, FILE);
        onlyMail();

        job.run(member.tenant(), ended.id(), () -> false);

        onlyMail();
        assertThat(count("sent_at is not null")).isOne();
    }

    @Test
    void isNotSentAgainAfterACrashThatMayHaveFollowedIt() {
        Import ended = files.quietly(member, FILE);
        update("insert into import_email values (:tenant, :id, now(), now(), null)", ended);

        job.run(member.tenant(), ended.id(), () -> false);

        assertThat(mails()).isEmpty();
    }

    @Test
    void isDroppedWhenItIsNoNewsAnyMore() {
        Import ended = files.quietly(member, FILE);
        update(
                "insert into import_email values (:tenant, :id, now() - interval '25 hours')",
                ended);

        job.run(member.tenant(), ended.id(), () -> false);

        assertThat(mails()).isEmpty();
    }

    @Test
    void waitsForAMailServerThatIsAway() {
        Import ended =
                whileAway(() -> {
                    Import started = files.toTheEnd(member, FILE);
                    await().atMost(MemberImports.LONGEST).until(() -> failures(started) > 1);
                    assertThat(count("claimed_at is null and sent_at is null")).isOne();
                    return started;
                });

        assertThat(ended.status()).isEqualTo(ImportStatus.COMPLETED);
        onlyMail();
    }

    @Test
    void tellsOfAFailedImport() throws Exception {
        String broken = FILE + "212-555-0107,\"never closed\n" + "x,y\n".repeat(3);
        Import ended = files.toTheEnd(member, broken);

        assertThat(ended.status()).isEqualTo(ImportStatus.FAILED);
        MimeMessage mail = onlyMail();
        assertThat(mail.getSubject())
                .matches("Import #1 failed: \\d+ of %d rows imported".formatted(total(ended)));
        assertThat(part(mail, 0)).contains(Objects.requireNonNull(ended.failureReason()));
    }

    @Test
    void goesToWhoStartedTheImportNotToWhoBroughtTheFile() throws Exception {
        MemberCaller colleague = tenants.member(member.tenant(), Role.ADMIN);
        Import prepared = files.prepared(colleague, FILE);
        transactions.run(
                member.tenant(),
                () -> {
                    imports.start(member, prepared.id());
                    imports.cancel(member.tenant(), prepared.id());
                });

        MimeMessage mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo("Import #1 cancelled: 0 of 6 rows imported");
        assertThat(part(mail, 0)).contains("Your import was cancelled", "Not processed: 6");
    }

    @Test
    void isSentToNobodyWhoDidNotWantIt() {
        files.quietly(member, FILE);

        assertThat(count("true")).isZero();
    }

    @Test
    void isSentToNobodyWhenAProgramImports() {
        var tenant = tenants.create();
        files.toTheEnd(keys.authenticate(tenant.key()).orElseThrow(), FILE);

        assertThat(count("true")).isZero();
    }

    /// Waits for the mail, and until no job wants to send another.
    private MimeMessage onlyMail() {
        await().atMost(MemberImports.LONGEST)
                .until(() -> !mails().isEmpty() && count("sent_at is null") == 0);
        await().atMost(MemberImports.LONGEST).until(() -> waitingJobs() == 0);
        assertThat(mails()).hasSize(1);
        return mails().getFirst();
    }

    private List<MimeMessage> mails() {
        return mailsTo(member);
    }

    private long count(String condition) {
        return transactions.call(
                member.tenant(),
                () ->
                        jdbc.sql("select count(*) from import_email where " + condition)
                                .query(Long.class)
                                .single());
    }

    private void update(String sql, Import of) {
        transactions.run(
                member.tenant(),
                () ->
                        jdbc.sql(sql)
                                .param("tenant", member.tenant().value())
                                .param("id", of.id())
                                .update());
    }

    private long waitingJobs() {
        return jdbc.sql("select count(*) from scheduled_tasks where task_name = 'import-email'")
                .query(Long.class)
                .single();
    }

    private long failures(Import of) {
        return jdbc.sql(
                        """
                        select coalesce(max(consecutive_failures), 0) from scheduled_tasks
                         where task_name = 'import-email' and starts_with(task_instance, :id)
                        """)
                .param("id", of.id().toString())
                .query(Long.class)
                .single();
    }

    private static long total(Import ended) {
        return ended.processed() + ended.unprocessed();
    }
}
