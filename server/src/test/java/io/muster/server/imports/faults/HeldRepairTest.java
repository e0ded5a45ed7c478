package io.muster.server.imports.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import io.muster.server.imports.ImportApi;
import io.muster.server.imports.ImportTest;
import io.muster.server.imports.UndoApi;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Repair beside something that is held fast in its middle: what would cut across is refused, and
/// nothing that was made meanwhile is taken for the end.
@ManyCommits
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HeldRepairTest extends ImportTest {
    private static final String FILE =
            """
            Phone,First name
            +14155552600,Ana
            bad,Ben
            +14155552602,Cem
            """;
    private static final String OPTIONS =
            """
            {"columns": [{"index": 0, "target": "phone"}, {"index": 1, "target": "first_name"}]}
            """;

    private Installation installation;
    private UndoApi undo;

    @BeforeEach
    void look() {
        installation = Installation.of(database(), properties.dataDir());
        undo = new UndoApi(web, api);
    }

    @Test
    void nothingIsRepairedWhileAnUndoRuns() {
        UUID id = ImportApi.id(api.run(FILE, OPTIONS));
        mend(id);
        try (Hold undoing = Hold.beforeUndone(installation, id, 1)) {
            assertThat(undo.revert(id)).hasStatus(202);
            undoing.awaitCaught();

            assertThat(api.post(id, "retry")).hasStatus(409);
            assertThat(api.edit(id, 2, "{\"Phone\": \"+14155552603\"}")).hasStatus(409);
            assertThat(api.undo(id, 1)).hasStatus(409);
        }

        assertThat(UndoApi.summary(undo.awaitEnd(id)))
                .isEqualTo("done 2: 2 reverted (2 deleted, 0 restored)");
        assertThat(api.post(id, "retry")).hasStatus(409);
        assertThat(ImportApi.summary(api.show(id))).isEqualTo("reverted 3: 2 created, 1 failed");
    }

    @Test
    void nothingIsUndoneOrEditedWhileARetryRuns() {
        UUID id = ImportApi.id(api.run(FILE, OPTIONS));
        mend(id);
        try (Hold retrying = Hold.beforeWriting(installation, api.tenant().id())) {
            assertThat(api.post(id, "retry")).hasStatus(202);
            retrying.awaitCaught();

            DocumentContext shown = api.show(id);
            assertThat(ImportApi.summary(shown)).isEqualTo("processing 3: 2 created, 1 failed");
            assertThat(shown.<Integer>read("$.retry.total")).isEqualTo(1);
            assertThat(undo.revert(id)).hasStatus(409);
            assertThat(api.post(id, "retry")).hasStatus(409);
            assertThat(api.edit(id, 2, "{\"Phone\": \"+14155552604\"}")).hasStatus(409);
            assertThat(api.undo(id, 1)).hasStatus(409);
        }

        assertThat(ImportApi.summary(api.await(id))).isEqualTo("completed 3: 3 created");
        assertThat(UndoApi.summary(undo.undo(id)))
                .isEqualTo("done 3: 3 reverted (3 deleted, 0 restored)");
        assertThat(undo.contacts()).isEmpty();
    }

    @Test
    void aRetryThatWasCancelledBeforeItsFirstRowIsBegunAgain() {
        UUID id = ImportApi.id(api.run(FILE + ",Dora\n", OPTIONS));
        assertThat(ImportApi.summary(api.show(id)))
                .isEqualTo("completed 4: 2 created, 1 skipped, 1 failed");
        assertThat(
                        api.fix(
                                id,
                                """
                                {"code": "MISSING_PHONE", "field": "phone", "kind": "set_value", "value": "+14155552609"}
                                """))
                .hasStatus(201);
        assertThat(api.send(web.delete().uri("/api/v1/imports/" + id + "/rows/2"))).hasStatusOk();
        try (Hold retrying = Hold.beforeWriting(installation, api.tenant().id())) {
            assertThat(api.post(id, "retry")).hasStatus(202);
            retrying.awaitCaught();
            assertThat(api.cancel(id)).hasStatus(202);
            retrying.cutOff();
        }
        api.await(id);
        DocumentContext attempts = ImportApi.json(api.get("/api/v1/imports/" + id + "/attempts"));
        assertThat(attempts.<String>read("$.items[1].status")).isEqualTo("cancelled");
        assertThat(ImportApi.summary(api.show(id)))
                .isEqualTo("completed 4: 2 created, 1 skipped, 1 failed");

        assertThat(ImportApi.summary(api.retry(id))).isEqualTo("completed 4: 3 created, 1 skipped");
    }

    @Test
    void anErrorFileThatWasPreparedGoesWithWhoeverIsErased() {
        StringBuilder file = new StringBuilder("Phone,Email\n+14155552600,ana@example.org\n");
        for (int row = 1; row <= 40; row++) {
            file.append("bad,ana@example.org\n");
        }
        UUID id = ImportApi.id(api.run(file.toString(), "{}"));
        assertThat(workbook(id)).hasStatus(202);
        Installation.patiently().until(() -> workbook(id), HeldRepairTest::isThere);
        String contact =
                ImportApi.json(api.get("/api/v1/contacts?q=ana@example.org")).read("$.items[0].id");

        assertThat(api.send(web.post().uri("/api/v1/contacts/" + contact + "/erase")))
                .hasStatus(204);

        assertThat(workbook(id)).as("it is prepared again").hasStatus(202);
    }

    @Test
    void anUndoThatStoppedIsFinishedFirst() {
        UUID id = ImportApi.id(api.run(FILE, OPTIONS));
        mend(id);
        try (Hold undoing = Hold.beforeUndone(installation, id, 1)) {
            assertThat(undo.revert(id)).hasStatus(202);
            Installation.patiently()
                    .until(
                            () -> {
                                undoing.cutOff();
                                return api.show(id).<String>read("$.status");
                            },
                            "completed"::equals);
        }

        assertThat(api.post(id, "retry")).hasStatus(409);

        assertThat(UndoApi.summary(undo.undo(id)))
                .isEqualTo("done 2: 2 reverted (2 deleted, 0 restored)");
    }

    @Test
    void anErrorFileOfARunningImportIsNotThatOfTheEnd() {
        StringBuilder file = new StringBuilder("Phone,First name\n");
        for (int row = 1; row <= 40; row++) {
            file.append("bad,Ana\n");
        }
        UUID id = api.upload(file.toString());
        assertThat(api.map(id, OPTIONS)).hasStatusOk();
        try (Hold running = Hold.beforeCommit(installation, id, 36)) {
            assertThat(api.start(id)).hasStatus(202);
            running.awaitCaught();
            assertThat(workbook(id)).hasStatus(202);
            Installation.patiently().until(() -> workbook(id), HeldRepairTest::isThere);
        }
        api.await(id);

        assertThat(workbook(id)).as("the rows are more now").hasStatus(202);
        Installation.patiently().until(() -> workbook(id), HeldRepairTest::isThere);
    }

    private void mend(UUID id) {
        assertThat(api.edit(id, 2, "{\"Phone\": \"+14155552601\"}")).hasStatusOk();
    }

    private MvcTestResult workbook(UUID id) {
        return api.get("/api/v1/imports/" + id + "/errors.xlsx");
    }

    private static boolean isThere(MvcTestResult answer) {
        return answer.getResponse().getStatus() == 200;
    }
}
