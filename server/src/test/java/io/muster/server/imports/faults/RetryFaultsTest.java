package io.muster.server.imports.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import io.muster.server.imports.ImportApi;
import io.muster.server.imports.ImportTest;
import io.muster.server.imports.faults.FailingCommits.Moment;
import io.muster.server.imports.faults.FailingCommits.Whose;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The n-th commit of a retry fails, for n = 1, 2, … until one passes untouched; and retries are
/// cancelled at any moment. Every row always has one outcome that counts.
@ManyCommits
class RetryFaultsTest extends ImportTest {
    private static final int AT_ONCE = 8;
    private static final int MOST = 200;
    private static final int ROWS = 40;
    private static final String OPTIONS =
            """
            {"columns": [{"index": 0, "target": "phone"}, {"index": 1, "target": "first_name"},
                         {"index": 2, "target": "email"}]}
            """;

    /// A retry that is to lose one commit, in a tenant of its own.
    private record Case(int lost, ImportApi api, UUID id) {}

    /// Each third one, another third at each moment.
    @ParameterizedTest
    @EnumSource
    void commitsMayBeLost(Moment moment) {
        lose(moment, 1 + moment.ordinal(), 3);
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource
    void everyCommitMayBeLost(Moment moment) {
        lose(moment, 1, 1);
    }

    private void lose(Moment moment, int from, int step) {
        boolean untouched = false;
        for (int first = from; !untouched; first += AT_ONCE * step) {
            assertThat(first).as("commits of one retry").isLessThan(MOST);
            List<Case> cases = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                cases.add(begin(first + i * step, moment));
            }
            for (Case one : cases) {
                DocumentContext done = one.api().await(one.id());
                assertThat(ImportApi.summary(done))
                        .as("commit %d lost %s", one.lost(), moment)
                        .isEqualTo(
                                "completed 40: 20 created, 6 updated, 2 unchanged, 4 skipped, 8 failed (8 warnings)");
                invariants().assertHoldAndExplainEveryContact(one.api().tenant().id());
                untouched |= !FailingCommits.hasFailed(one.api().tenant().id(), Whose.WORKERS);
            }
        }
    }

    @Test
    void aRetryMayBeCancelledAtAnyMoment() {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            ImportApi of = new ImportApi(web, tenants.create());
            UUID id = imported(of);
            assertThat(of.post(id, "retry")).hasStatus(202);
            of.cancel(id);
            cases.add(new Case(0, of, id));
        }
        for (Case one : cases) {
            DocumentContext done = one.api().await(one.id());
            assertThat(done.<String>read("$.status")).isEqualTo("completed");
            assertThat(done.<Integer>read("$.attempt")).isEqualTo(2);
            invariants().assertHoldAndExplainEveryContact(one.api().tenant().id());

            // What was not reached is taken up again, with the edits that were made for it.
            assertThat(ImportApi.summary(one.api().retry(one.id())))
                    .isEqualTo(
                            "completed 40: 20 created, 6 updated, 2 unchanged, 4 skipped, 8 failed (8 warnings)");
            invariants().assertHoldAndExplainEveryContact(one.api().tenant().id());
        }
    }

    private Case begin(int lost, Moment moment) {
        var of = new ImportApi(web, tenants.create());
        UUID id = imported(of);
        FailingCommits.arm(of.tenant().id(), Whose.WORKERS, lost, moment);
        assertThat(of.post(id, "retry")).hasStatus(202);
        return new Case(lost, of, id);
    }

    /// Ten rows are good, the others wait to be mended: most are, in every way there is.
    private UUID imported(ImportApi of) {
        StringBuilder file = new StringBuilder("Phone,First name,Email\n");
        for (int row = 1; row <= ROWS; row++) {
            file.append(row % 4 == 0 ? "+1415555" + (2600 + row) : "bad " + row)
                    .append(",Ana,")
                    .append(row % 20 == 1 ? "nobody" : "")
                    .append('\n');
        }
        UUID id = ImportApi.id(of.run(bytes(file), OPTIONS));
        StringBuilder repaired = new StringBuilder("Muster import,Muster row,Phone,First name\n");
        // Ten new contacts.
        for (int row = 2; row <= 38; row += 4) {
            repaired.append(line(id, row, 3600 + row, "Ana"));
        }
        // About contacts that rows before or behind have made: six say something new, two do not.
        for (int row = 3; row <= 23; row += 4) {
            repaired.append(line(id, row, 2600 + row + 1, "Bea"));
        }
        repaired.append(line(id, 27, 2628, "Ana")).append(line(id, 31, 2632, "Ana"));
        assertThat(of.tryUpload(bytes(repaired), "")).hasStatusOk();
        for (int row = 5; row <= 17; row += 4) {
            assertThat(of.send(web.delete().uri("/api/v1/imports/" + id + "/rows/" + row)))
                    .hasStatusOk();
        }
        return id;
    }

    private static String line(UUID id, int row, int number, String name) {
        return "%s,%d,+1415555%d,%s\n".formatted(id, row, number, name);
    }

    private static byte[] bytes(StringBuilder file) {
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }
}
