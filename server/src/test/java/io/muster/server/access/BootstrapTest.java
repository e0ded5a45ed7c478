package io.muster.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.muster.server.TestDatabase;
import io.muster.server.access.store.AccountStore;
import io.muster.server.access.store.ApiKeyStore;
import io.muster.server.access.store.MemberStore;
import io.muster.server.platform.DatabaseAddress;
import io.muster.server.platform.MusterProperties;
import io.muster.server.tenants.TenantTransactions;
import io.muster.server.tenants.Tenants;
import io.muster.server.tenants.store.TenantStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.unit.DataSize;

@ExtendWith(OutputCaptureExtension.class)
class BootstrapTest {
    private static final Pattern PRINTED =
            Pattern.compile("Sign in as (\\S+) with the password (\\S+)");

    private final DatabaseAddress database = TestDatabase.fresh();

    @Test
    void whatIsGivenIsTaken(CapturedOutput output) {
        try (var node = node("Boss@Example.com", "a long password", "any string at all")) {
            start(node);

            var boss = members(node).authenticate("boss@example.com", "a long password");
            assertThat(boss)
                    .hasValueSatisfying(member -> assertThat(member.role()).isEqualTo(Role.ADMIN));
            assertThat(node.getBean(ApiKeys.class).authenticate(new KeySecret("any string at all")))
                    .hasValueSatisfying(key -> {
                        assertThat(key.tenant()).isEqualTo(boss.orElseThrow().tenant());
                        assertThat(key.scopes()).isEqualTo(Scope.all());
                    });
            assertThat(output).doesNotContain("a long password").doesNotContain("any string");
        }
    }

    @Test
    void whatIsNotGivenIsInventedAndPrintedOnce(CapturedOutput output) {
        try (var node = node(null, null, null);
                var again = node(null, null, null)) {
            start(node);
            start(again);

            var printed = PRINTED.matcher(output.getOut());
            assertThat(printed.find()).isTrue();
            assertThat(printed.group(1)).isEqualTo("admin@localhost");
            assertThat(
                            members(node)
                                    .authenticate(
                                            "admin@localhost", String.valueOf(printed.group(2))))
                    .isPresent();
            assertThat(printed.find()).as("printed again").isFalse();
        }
    }

    @Test
    void laterValuesChangeNothing() {
        try (var first = node(null, "a first password", null);
                var second = node("other@example.com", "another password", "another key")) {
            start(first);
            start(second);

            assertThat(members(second).authenticate("other@example.com", "another password"))
                    .isEmpty();
            assertThat(second.getBean(ApiKeys.class).authenticate(new KeySecret("another key")))
                    .isEmpty();
        }
    }

    @Test
    void ofNodesThatStartAtOnceOneIsFirst() throws Exception {
        try (var one = node(null, "a long password", null);
                var two = node(null, "a long password", null);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> start(one));
            var second = threads.submit(() -> start(two));
            first.get();
            second.get();

            assertThat(
                            one.getBean(JdbcClient.class)
                                    .sql("select count(*) from account")
                                    .query(Long.class)
                                    .single())
                    .isEqualTo(1);
        }
    }

    private static void start(AnnotationConfigApplicationContext node) {
        node.refresh();
    }

    private static Members members(AnnotationConfigApplicationContext node) {
        return node.getBean(Members.class);
    }

    /// As much of a server as knows accounts.
    private AnnotationConfigApplicationContext node(
            @Nullable String email, @Nullable String password, @Nullable String key) {
        var node = new AnnotationConfigApplicationContext();
        node.registerBean(DataSource.class, this::pool);
        node.registerBean(
                JdbcClient.class, () -> JdbcClient.create(node.getBean(DataSource.class)));
        node.registerBean(
                PlatformTransactionManager.class,
                () -> new JdbcTransactionManager(node.getBean(DataSource.class)));
        node.registerBean(
                PasswordEncoder.class,
                () -> PasswordEncoderFactories.createDelegatingPasswordEncoder());
        node.registerBean(
                MusterProperties.class,
                () -> properties(new MusterProperties.Bootstrap(email, password, key)));
        node.register(TenantTransactions.class, TenantStore.class, Tenants.class);
        node.register(AccountStore.class, MemberStore.class, ApiKeyStore.class);
        node.register(Members.class, ApiKeys.class, Bootstrap.class);
        return node;
    }

    private DataSource pool() {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(2);
        return pool;
    }

    private static MusterProperties properties(MusterProperties.Bootstrap bootstrap) {
        return new MusterProperties(
                Path.of("unused"),
                URI.create("http://localhost"),
                new MusterProperties.Database(null, null, null, 1, 1),
                bootstrap,
                null,
                null,
                false,
                false,
                new MusterProperties.Limits(
                        DataSize.ofBytes(1), 1, 1, DataSize.ofBytes(1), DataSize.ofBytes(1), 1),
                new MusterProperties.Imports(
                        1, 1, 1, Duration.ofSeconds(1), 1, 1, Duration.ofDays(1)),
                new MusterProperties.Exports(Duration.ofDays(1)),
                new MusterProperties.Mail("unused@localhost"),
                new MusterProperties.Webhooks(1, Duration.ofSeconds(1), Duration.ofSeconds(1)),
                new MusterProperties.Pull(null, Duration.ofSeconds(10)),
                new MusterProperties.Outgoing(List.of()));
    }
}
