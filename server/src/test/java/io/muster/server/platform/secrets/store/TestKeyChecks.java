package io.muster.server.platform.secrets.store;

import org.springframework.jdbc.core.simple.JdbcClient;

/// Opens the store for tests that have no application around them.
public final class TestKeyChecks {
    private TestKeyChecks() {}

    public static KeyCheckStore in(JdbcClient jdbc) {
        return new KeyCheckStore(jdbc);
    }
}
