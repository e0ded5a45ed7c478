package io.muster.server.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.muster.server.TestDatabase;
import io.muster.server.platform.MusterProperties;
import io.muster.server.platform.StartRefusedException;
import io.muster.server.platform.secrets.store.TestKeyChecks;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A database and the secret of its lists belong together.
class InstallationKeyTest {
    private static final UUID TENANT = UUID.randomUUID();

    private final JdbcClient jdbc = fresh();
    private final Path folder = TestDatabase.freshFolder();

    private static JdbcClient fresh() {
        var address = TestDatabase.fresh();
        return JdbcClient.create(
                new DriverManagerDataSource(address.url(), address.user(), address.password()));
    }

    @Test
    void theSecretOfTheFolderStaysTheSame() {
        byte[] hash = hash(key(folder, ""));

        assertThat(hash(key(folder, ""))).isEqualTo(hash);
    }

    @Test
    void nobodyMindsAnotherSecretBeforeTheFirstUse() {
        key(folder, "");

        hash(key(TestDatabase.freshFolder(), ""));
    }

    @Test
    void afterwardsAnotherOneIsRefusedAtTheStart() {
        hash(key(folder, ""));

        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> key(TestDatabase.freshFolder(), ""))
                .satisfies(refused -> assertThat(refused.action()).contains("MUSTER_SECRET"));
    }

    @Test
    void nodesWithoutACommonFolderShareASetSecret() {
        byte[] hash = hash(key(folder, "a secret of the operator"));

        assertThat(hash(key(TestDatabase.freshFolder(), "a secret of the operator")))
                .isEqualTo(hash);
    }

    @Test
    void whatIsSealedOpensUnderTheSameKeyOnly() {
        ScopedKey mine = key(folder, "").of(TENANT);
        byte[] sealed = mine.seal("ada@example.org");

        assertThat(mine.open(sealed)).isEqualTo("ada@example.org");
        assertThat(mine.seal("ada@example.org")).isNotEqualTo(sealed);
        ScopedKey theirs = key(folder, "").of(UUID.randomUUID());
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> theirs.open(sealed));
    }

    private static byte[] hash(InstallationKey key) {
        return key.of(TENANT).hasher("list").hash("phone", "+14155552600");
    }

    /// A node that starts.
    private InstallationKey key(Path dataFolder, String secret) {
        var settings =
                new MapConfigurationPropertySource(
                        Map.of(
                                "muster.data-dir",
                                dataFolder.toString(),
                                "muster.secret",
                                secret,
                                "muster.base-url",
                                "http://localhost"));
        var properties = new Binder(settings).bind("muster", MusterProperties.class).get();
        var key = new InstallationKey(properties, TestKeyChecks.in(jdbc));
        key.afterPropertiesSet();
        return key;
    }
}
