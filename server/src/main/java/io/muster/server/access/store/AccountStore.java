package io.muster.server.access.store;

import io.muster.server.platform.AdvisoryLock;
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
            insert into account (id, email, name, password_hash)
            values (:id, :email, :name, :hash)
            """;

    private static final String FIND = "select id, password_hash from account where email = :email";

    private static final String HASH = "select password_hash from account where id = :id";

    private static final String SET_PASSWORD =
            "update account set password_hash = :hash where id = :id";

    private static final String ANY = "select exists (select from account)";

    private static final String INSTALLATION = "muster.bootstrap";

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What sign-in needs to know of an account.
    ///
    /// @param passwordHash null for whoever signs in elsewhere
    public record Credentials(UUID account, @Nullable String passwordHash) {
        @Override
        public String toString() {
            return "Credentials of " + account;
        }
    }

    /// @param passwordHash null for whoever signs in elsewhere
    public void insert(UUID id, String email, String name, @Nullable String passwordHash) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("email", email)
                .param("name", name)
                .param("hash", passwordHash, Types.VARCHAR)
                .update();
    }

    public Optional<Credentials> find(String email) {
        return jdbc.sql(FIND)
                .param("email", email)
                .query((row, number) ->
                        new Credentials(
                                row.getObject("id", UUID.class), row.getString("password_hash")))
                .optional();
    }

    /// The hash of an account's password, if it has one.
    public Optional<String> passwordHash(UUID id) {
        return jdbc.sql(HASH)
                .param("id", id)
                .query((row, number) -> Optional.ofNullable(row.getString("password_hash")))
                .single();
    }

    public void setPassword(UUID id, String passwordHash) {
        jdbc.sql(SET_PASSWORD).param("id", id).param("hash", passwordHash).update();
    }

    /// Whether the installation has no account yet; nobody else finds out before we commit.
    public boolean lockIfEmpty() {
        AdvisoryLock.BOOTSTRAP.take(jdbc, INSTALLATION);
        return !jdbc.sql(ANY).query(Boolean.class).single();
    }
}
