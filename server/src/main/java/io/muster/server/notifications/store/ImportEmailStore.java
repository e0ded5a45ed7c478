package io.muster.server.notifications.store;

import io.muster.server.tenants.TenantId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `import_email`: at most one email for each import, and how far it is.
@Repository
public class ImportEmailStore {
    private static final String REQUEST =
            "insert into import_email (tenant_id, import_id) values (:tenant, :id) on conflict do nothing";

    // Who gets the row may send; a claim that nobody released belongs to a sender that died while
    // the mail may have been on its way.
    private static final String CLAIM =
            """
            update import_email set claimed_at = now()
             where tenant_id = :tenant and import_id = :id and claimed_at is null
               and requested_at > now() - interval '1 day'
            """;

    private static final String RELEASE =
            """
            update import_email set claimed_at = null
             where tenant_id = :tenant and import_id = :id and sent_at is null
            """;

    private static final String SENT =
            "update import_email set sent_at = now() where tenant_id = :tenant and import_id = :id";

    private final JdbcClient jdbc;

    ImportEmailStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return false when an email was asked for already
    public boolean request(TenantId tenant, UUID id) {
        return update(REQUEST, tenant, id);
    }

    /// Makes the caller the only one who may send the email.
    ///
    /// @return false when it was sent, may have been, or is no longer news
    public boolean claim(TenantId tenant, UUID id) {
        return update(CLAIM, tenant, id);
    }

    /// Lets the next one try, after the mail server refused.
    public void release(TenantId tenant, UUID id) {
        update(RELEASE, tenant, id);
    }

    public void sent(TenantId tenant, UUID id) {
        update(SENT, tenant, id);
    }

    private boolean update(String sql, TenantId tenant, UUID id) {
        return jdbc.sql(sql).param("tenant", tenant.value()).param("id", id).update() > 0;
    }
}
