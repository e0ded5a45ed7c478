package io.muster.server.access.store;

import io.muster.server.access.Account;
import io.muster.server.access.Account.Identity;
import io.muster.server.access.Account.Proof;
import io.muster.server.platform.AdvisoryLock;
import io.muster.server.tenants.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `account`: people, across tenants.
@Repository
public class AccountStore {
    private static final String INSERT =
            """
            insert into account
                (id, email, name, password_hash, email_proved_at, made_in, issuer, subject)
            values
                (:id, :email, :name, :hash, case when :proved then now() end, :madeIn, :issuer,
                 :subject)
            on conflict do nothing
            """;

    private static final String FIND =
            """
            select id, email, name, password_hash, email_proved_at, made_in, issuer, subject
            from account
            where email = :email
            """;

    private static final String FIND_BY_IDENTITY =
            """
            select id, email, name, password_hash, email_proved_at, made_in, issuer, subject
            from account
            where issuer = :issuer and subject = :subject
            """;

    private static final String FIND_BY_ID =
            """
            select id, email, name, password_hash, email_proved_at, made_in, issuer, subject
            from account
            where id = :id
            """;

    private static final String SET_PASSWORD =
            "update account set password_hash = :hash where id = :id";

    private static final String PROVE =
            """
            update account set email_proved_at = now(), password_hash = :hash
            where id = :id and email_proved_at is null
            """;

    private static final String IDENTIFY =
            "update account set issuer = :issuer, subject = :subject where id = :id";

    private static final String ANY = "select exists (select from account)";

    private static final String INSTALLATION = "muster.bootstrap";

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False if there is one with this email, or this identity, already.
    public boolean insert(Account account) {
        TenantId madeIn = account.madeIn();
        Identity identity = account.identity();
        return jdbc.sql(INSERT)
                        .param("id", account.id())
                        .param("email", account.email())
                        .param("name", account.name())
                        .param("hash", account.passwordHash(), Types.VARCHAR)
                        .param("proved", account.isProved())
                        .param("madeIn", madeIn == null ? null : madeIn.value(), Types.OTHER)
                        .param("issuer", identity == null ? null : identity.issuer(), Types.VARCHAR)
                        .param(
                                "subject",
                                identity == null ? null : identity.subject(),
                                Types.VARCHAR)
                        .update()
                == 1;
    }

    public Optional<Account> find(String email) {
        return jdbc.sql(FIND).param("email", email).query(AccountStore::account).optional();
    }

    public Optional<Account> find(Identity identity) {
        return jdbc.sql(FIND_BY_IDENTITY)
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .query(AccountStore::account)
                .optional();
    }

    public Account get(UUID id) {
        return jdbc.sql(FIND_BY_ID).param("id", id).query(AccountStore::account).single();
    }

    public void setPassword(UUID id, String passwordHash) {
        jdbc.sql(SET_PASSWORD).param("id", id).param("hash", passwordHash).update();
    }

    /// Notes that the email is theirs; the password from before counts no more. An account that is
    /// proved stays as it is.
    ///
    /// @param passwordHash of the password that they have now, null for none
    public void prove(UUID id, @Nullable String passwordHash) {
        jdbc.sql(PROVE).param("id", id).param("hash", passwordHash, Types.VARCHAR).update();
    }

    public void identify(UUID id, Identity identity) {
        jdbc.sql(IDENTIFY)
                .param("id", id)
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .update();
    }

    /// Whether the installation has no account yet; nobody else finds out before we commit.
    public boolean lockIfEmpty() {
        AdvisoryLock.BOOTSTRAP.take(jdbc, INSTALLATION);
        return !jdbc.sql(ANY).query(Boolean.class).single();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        UUID madeIn = row.getObject("made_in", UUID.class);
        String issuer = row.getString("issuer");
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                row.getString("password_hash"),
                row.getObject("email_proved_at") == null ? Proof.UNPROVED : Proof.PROVED,
                madeIn == null ? null : new TenantId(madeIn),
                issuer == null ? null : new Identity(issuer, row.getString("subject")));
    }
}
