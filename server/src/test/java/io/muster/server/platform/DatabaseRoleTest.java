package io.muster.server.platform;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.muster.server.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseRoleTest {
    private final DatabaseAddress app = TestDatabase.fresh();
    private final DatabaseAddress superuser = TestDatabase.asSuperuser(app);

    @Test
    void theAppsOwnRoleWillDo() {
        assertThatNoException().isThrownBy(() -> DatabaseRole.requireOrdinary(app));
    }

    @Test
    void aSuperuserIsRefused() {
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> DatabaseRole.requireOrdinary(superuser))
                .withMessageContaining("postgres is a superuser")
                .satisfies(refusal ->
                        org.assertj.core.api.Assertions.assertThat(refusal.action())
                                .contains("nobypassrls"));
    }

    @Test
    void aRoleThatBypassesRowLevelSecurityIsRefused() throws SQLException {
        var bypassing = new DatabaseAddress(app.url(), "bypassing", "secret");
        try (var connection = superuser.connect();
                var statement = connection.createStatement()) {
            statement.execute("create role bypassing login bypassrls password 'secret'");
        }

        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> DatabaseRole.requireOrdinary(bypassing))
                .withMessageContaining("bypassing has BYPASSRLS");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamedWithoutItsPassword() {
        var nowhere =
                new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/muster", "muster", "secret");

        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> DatabaseRole.requireOrdinary(nowhere))
                .withMessageContaining("muster at jdbc:postgresql://127.0.0.1:1/muster")
                .withMessageNotContaining("secret");
    }
}
