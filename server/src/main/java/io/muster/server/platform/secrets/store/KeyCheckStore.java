package io.muster.server.platform.secrets.store;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `installation`: one row, by which the installation's key is recognised.
@Repository
public class KeyCheckStore {
    private static final String FIND = "select key_check from installation";

    private static final String INSERT =
            "insert into installation (key_check) values (:check) on conflict do nothing";

    private final JdbcClient jdbc;

    KeyCheckStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<byte[]> find() {
        return jdbc.sql(FIND).query((row, i) -> row.getBytes(1)).optional();
    }

    /// Keeps the check of the first key that is ever used.
    ///
    /// @return the one that is kept
    public byte[] findOrInsert(byte[] check) {
        return find().orElseGet(() -> {
            jdbc.sql(INSERT).param("check", check).update();
            return find().orElseThrow();
        });
    }
}
