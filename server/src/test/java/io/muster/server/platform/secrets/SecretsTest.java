package io.muster.server.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir Path folder;

    @Test
    void whoeverAsksFirstTogetherGetsTheSame() throws Exception {
        List<Callable<String>> asks = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            asks.add(() -> new Secrets(folder.resolve("secrets")).get("key"));
        }
        Set<String> got = new HashSet<>();
        try (var threads = Executors.newFixedThreadPool(asks.size())) {
            for (Future<String> one : threads.invokeAll(asks)) {
                got.add(one.get());
            }
        }

        assertThat(got).singleElement().asString().hasSize(32);
    }

    @Test
    void aSecretIsItsOwnersAlone() throws Exception {
        var secrets = new Secrets(folder.resolve("secrets"));
        secrets.get("key");

        assertThat(Files.getPosixFilePermissions(secrets.file("key")))
                .containsOnly(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }
}
