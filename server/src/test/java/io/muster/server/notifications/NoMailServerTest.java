package io.muster.server.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.ServerTest;
import io.muster.server.TestTenants;
import io.muster.server.access.Role;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportStatus;
import io.muster.server.tenants.TenantTransactions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An installation without a mail server.
@ServerTest
class NoMailServerTest {
    @Autowired TestTenants tenants;
    @Autowired TenantTransactions transactions;
    @Autowired MemberImports files;
    @Autowired JdbcClient jdbc;

    @Test
    void asksForNoEmail() {
        var member = tenants.member(tenants.create().id(), Role.OPERATOR);

        Import ended = files.toTheEnd(member, "Phone\n212-555-0101\n");

        assertThat(ended.status()).isEqualTo(ImportStatus.COMPLETED);
        long asked =
                transactions.call(
                        member.tenant(),
                        () ->
                                jdbc.sql("select count(*) from import_email")
                                        .query(Long.class)
                                        .single());
        assertThat(asked).isZero();
    }
}
