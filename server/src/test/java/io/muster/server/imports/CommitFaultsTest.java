package io.muster.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import io.muster.server.imports.FailingCommits.Moment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/// The n-th commit of an import fails, for n = 1, 2, … until one passes untouched: the result is
/// the same each time, whether the database had carried the commit out or not.
@ContextConfiguration(initializers = FailingCommits.class)
@TestPropertySource(properties = {"muster.import.batch-rows=7", "muster.import.workers=6"})
class CommitFaultsTest extends ImportTest {
    private static final int AT_ONCE = 8;
    private static final int MOST = 200;

    /// An import that is to lose one commit, in a tenant of its own.
    private record Case(int lost, ImportApi api, UUID id) {}

    @ParameterizedTest
    @EnumSource
    void everyCommitMayBeLost(Moment moment) {
        boolean untouched = false;
        for (int first = 1; !untouched; first += AT_ONCE) {
            assertThat(first).as("commits of one import").isLessThan(MOST);
            List<Case> cases = new ArrayList<>();
            for (int lost = first; lost < first + AT_ONCE; lost++) {
                cases.add(begin(lost, moment));
            }
            for (Case one : cases) {
                check(one, moment);
                untouched |= !FailingCommits.hasFailed(one.api().tenant().id());
            }
        }
    }

    private Case begin(int lost, Moment moment) {
        var of = new ImportApi(web, tenants.create());
        UUID id = of.upload(file(), "");
        assertThat(of.map(id, "{}")).hasStatusOk();
        FailingCommits.arm(of.tenant().id(), lost, moment);
        assertThat(of.start(id)).hasStatus(202);
        return new Case(lost, of, id);
    }

    private void check(Case one, Moment moment) {
        DocumentContext done = one.api().await(one.id());
        assertThat(ImportApi.summary(done))
                .as("commit %d lost %s", one.lost(), moment)
                .isEqualTo(
                        "completed 30: 20 created, 2 updated, 3 unchanged, 1 skipped, 4 failed (5 warnings)");
        invariants().assertHoldAndExplainEveryContact(one.api().tenant().id());
    }

    /// Five batches, in which every outcome occurs.
    private static byte[] file() {
        StringBuilder file = new StringBuilder("Phone,First name\n");
        for (int row = 1; row <= 20; row++) {
            file.append("+1415555").append(2600 + row).append(",Ana\n");
        }
        file.append("+14155552601,Ana\n+14155552602,Ben\n+14155552620,Ana\n+14155552615,Cem\n");
        file.append("+14155552615,Cem\n12,a\n13,b\n,c\n14,d\n15,e\n");
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }
}
