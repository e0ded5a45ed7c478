package io.muster.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.unit.DataSize;

class MusterPropertiesTest {

    @Test
    void everyDefaultIsWhatTheDocumentationSays() {
        var properties = bind(Map.of());

        assertThat(properties)
                .isEqualTo(
                        new MusterProperties(
                                Path.of("data"),
                                URI.create("http://localhost:8080"),
                                new MusterProperties.Database(null, null, null, 10, 10),
                                new MusterProperties.Bootstrap(null, null, null),
                                null,
                                null,
                                false,
                                false,
                                new MusterProperties.Limits(
                                        DataSize.ofBytes(2_147_483_648L),
                                        1000,
                                        32_768,
                                        DataSize.ofBytes(1_048_576),
                                        DataSize.ofBytes(4_294_967_296L),
                                        10_000),
                                new MusterProperties.Imports(
                                        4000,
                                        2,
                                        4,
                                        Duration.ofSeconds(5),
                                        10,
                                        50_000,
                                        Duration.ofDays(30)),
                                new MusterProperties.Exports(Duration.ofDays(7)),
                                new MusterProperties.Mail("muster@localhost"),
                                new MusterProperties.Webhooks(
                                        8, Duration.ofSeconds(10), Duration.ofSeconds(15)),
                                new MusterProperties.Pull(null, Duration.ofSeconds(10)),
                                new MusterProperties.Outgoing(List.of())));
    }

    @Test
    void fixedEnvironmentNamesAreHeard() {
        var properties =
                bind(
                        Map.of(
                                "SERVER_PORT", "9000",
                                "MUSTER_DATA_DIR", "/srv/muster",
                                "MUSTER_DATABASE_URL", "jdbc:postgresql://db/muster",
                                "MUSTER_DATABASE_USER", "app",
                                "MUSTER_DATABASE_PASSWORD", "secret",
                                "MUSTER_BOOTSTRAP_ADMIN_EMAIL", "ada@example.org",
                                "MUSTER_BOOTSTRAP_ADMIN_PASSWORD", "first",
                                "MUSTER_BOOTSTRAP_API_KEY", "key",
                                "MUSTER_OPERATOR_KEY", "operator"));

        assertThat(properties.baseUrl()).isEqualTo(URI.create("http://localhost:9000"));
        assertThat(properties.dataDir()).isEqualTo(Path.of("/srv/muster"));
        assertThat(properties.database())
                .isEqualTo(
                        new MusterProperties.Database(
                                "jdbc:postgresql://db/muster", "app", "secret", 10, 10));
        assertThat(properties.bootstrap())
                .isEqualTo(new MusterProperties.Bootstrap("ada@example.org", "first", "key"));
        assertThat(properties.operatorKey()).isEqualTo("operator");
    }

    @Test
    void secretsDoNotShowWhenPrinted() {
        var properties =
                bind(
                        Map.of(
                                "MUSTER_DATABASE_PASSWORD", "hidden-1",
                                "MUSTER_BOOTSTRAP_ADMIN_PASSWORD", "hidden-2",
                                "MUSTER_BOOTSTRAP_API_KEY", "hidden-3",
                                "MUSTER_OPERATOR_KEY", "hidden-4",
                                "MUSTER_SECRET", "hidden-5"));

        assertThat(properties.toString()).doesNotContain("hidden");
    }

    private static MusterProperties bind(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        var sources = environment.getPropertySources();
        sources.forEach(source -> sources.remove(Objects.requireNonNull(source.getName())));
        sources.addFirst(new SystemEnvironmentPropertySource("systemEnvironment", variables));
        try {
            new YamlPropertySourceLoader()
                    .load("defaults", new ClassPathResource("application.yml"))
                    .forEach(sources::addLast);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return Binder.get(environment).bind("muster", MusterProperties.class).get();
    }
}
