package io.muster.server.sources.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.DocumentContext;
import io.muster.server.TestApi;
import io.muster.server.TestBrowser;
import io.muster.server.access.MemberCaller;
import io.muster.server.access.Role;
import io.muster.server.imports.ImportApi;
import io.muster.server.notifications.notices.Notice;
import io.muster.server.notifications.notices.Notices;
import io.muster.server.tenants.TenantTransactions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Files that a source leaves in a folder of this server.
class FolderPullTest extends PullTest {
    private static final String FOLDER = "\"place\": \"folder\", \"folder\": \"shop/out\"";

    @Autowired Notices notices;
    @Autowired DuePulls due;
    @Autowired JdbcClient jdbc;
    @Autowired TenantTransactions transactions;
    private Path root = Path.of("");
    private Path folder = Path.of("");

    @BeforeEach
    void aFolder() throws IOException {
        root = Path.of(properties.pull().folder() + "", api.tenant().id().toString());
        folder = Files.createDirectories(root.resolve("shop/out"));
    }

    @Test
    void eachFileBecomesAnImportOfTheSourceOnce() throws IOException {
        leave("monday.csv", FILE);
        leave("notes.txt", "nothing of ours");
        setUp(FOLDER);

        assertThat(pull().<Integer>read("$.last_run.files")).isOne();

        DocumentContext imported = imported();
        assertThat(ImportApi.summary(imported)).isEqualTo("completed 2: 2 created");
        assertThat(imported.<String>read("$.source")).isEqualTo("shop");
        assertThat(imported.<String>read("$.file.name")).isEqualTo("monday.csv");
        assertThat(
                        TestApi.json(calls.get("/api/v1/import-log?source=shop"))
                                .<Integer>read("$.counts.all"))
                .isEqualTo(2);
        long copies = files().count();
        assertThat(pull().<Integer>read("$.last_run.files")).as("again").isZero();
        Files.setLastModifiedTime(folder.resolve("monday.csv"), FileTime.fromMillis(1));
        assertThat(pull().<Integer>read("$.last_run.files")).as("touched").isZero();
        assertThat(files().count()).as("no copies are left of what was known").isEqualTo(copies);
        leave("monday.csv", FILE.replace("ada", "eve"));
        assertThat(pull().<Integer>read("$.last_run.files")).as("with other content").isOne();
        leave("monday.csv", FILE);
        assertThat(pull().<Integer>read("$.last_run.files")).as("with the former again").isOne();
        assertThat(fetched()).hasSize(3);
    }

    @Test
    void badFieldsAreDroppedAsFromEverySource() throws IOException {
        leave("a.csv", "Mobile,Mail\n12,ada@example.org\n,\n");
        setUp(FOLDER);
        pull();

        assertThat(ImportApi.summary(imported()))
                .isEqualTo("completed 2: 1 created, 1 skipped (1 warnings)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"leave", "mark", "move"})
    void afterwardsAFileIsLeftMarkedOrMoved(String afterwards) throws IOException {
        leave("a.csv", FILE);
        setUp(FOLDER + ", \"afterwards\": \"" + afterwards + "\"");
        pull();
        pull();

        assertThat(fetched()).hasSize(1);
        assertThat(names())
                .singleElement()
                .asString()
                .matches(
                        Map.of(
                                        "leave", "a\\.csv",
                                        "mark", "a\\.csv\\.\\d{8}T\\d{6}Z\\.done",
                                        "move", "done/\\d{8}T\\d{6}Z-a\\.csv")
                                .get(afterwards));
    }

    @Test
    void whatWasMarkedIsNotTakenAgain() throws IOException {
        leave("export.csv", FILE);
        setUp(FOLDER + ", \"files\": \"export*\", \"afterwards\": \"mark\"");
        pull();
        pull();

        assertThat(fetched()).hasSize(1);
        assertThat(names())
                .singleElement()
                .asString()
                .matches("export\\.csv\\.\\d{8}T\\d{6}Z\\.done");
    }

    @Test
    void aFileThatWasWrittenJustNowWaits() throws IOException {
        leave("a.csv", FILE);
        Files.setLastModifiedTime(
                folder.resolve("a.csv"), FileTime.from(Instant.now().plusSeconds(600)));
        setUp(FOLDER);

        assertThat(pull().<Integer>read("$.last_run.files")).isZero();
        Files.setLastModifiedTime(
                folder.resolve("a.csv"), FileTime.from(Instant.now().minusSeconds(600)));
        assertThat(pull().<Integer>read("$.last_run.files")).isOne();
    }

    @Test
    void otherHeadersStopItWithANotice() throws IOException {
        MemberCaller admin = tenants.member(api.tenant().id(), Role.ADMIN);
        leave("a.csv", FILE.replace("Mail", "Street"));
        setUp(FOLDER);

        DocumentContext stopped = pull();

        assertThat(stopped.<String>read("$.state")).isEqualTo("stopped");
        assertThat(stopped.<String>read("$.next_at")).isNull();
        assertThat(stopped.<String>read("$.stopped"))
                .contains("“a.csv” has other columns than the mapping “Shop”", "Street");
        assertThat(imports()).as("nothing is imported").isEmpty();
        assertThat(fetched()).isEmpty();
        List<Notice> told = notices.list(admin, null, 9);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().sentence()).contains("Our shop", "has stopped");
        assertThat(told.getFirst().path()).isEqualTo("/sources/shop");

        leave("a.csv", FILE);
        DocumentContext resumed = TestApi.json(calls.post(PULL + "/resume", ""));
        assertThat(resumed.<String>read("$.state")).isEqualTo("active");
        assertThat(pull().<Integer>read("$.last_run.files")).isOne();
    }

    @Test
    void aDeletedMappingStopsIt() throws IOException {
        leave("a.csv", FILE);
        setUp(FOLDER);
        assertThat(calls.delete("/api/v1/saved-mappings/" + mapping)).hasStatus(204);

        assertThat(pull().<String>read("$.stopped")).contains("mapping is gone");
        assertThat(imports()).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsRefusedOnceAndHoldsUpNoOther() throws IOException {
        leave("a.csv", "");
        leave("b.csv", FILE);
        setUp(FOLDER);

        DocumentContext ended = pull();

        assertThat(ended.<Integer>read("$.last_run.files")).isOne();
        assertThat(ended.<String>read("$.last_run.error")).startsWith("“a.csv”: ");
        assertThat(fetched().stream().filter(file -> file.get("refusal") != null)).hasSize(1);
        assertThat(pull().<String>read("$.last_run.error")).as("not again").isNull();
        setUp(FOLDER + ", \"afterwards\": \"move\"");
        pull();
        assertThat(names()).as("whoever mends it finds it").contains("a.csv").hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../other", "/etc", "a/../../b", "a\\\\b", "a\\u0000b"})
    void pathsThatLeadUpwardAreRefused(String path) {
        assertThat(put("\"place\": \"folder\", \"folder\": \"" + path + "\""))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/folder");
    }

    @Test
    void linksLeadNowhere() throws IOException {
        Path outside = Files.createDirectories(root.resolveSibling("outside-" + api.tenant().id()));
        Files.writeString(outside.resolve("secret.csv"), FILE);
        Files.createSymbolicLink(root.resolve("link"), outside.toAbsolutePath());
        Files.createSymbolicLink(
                folder.resolve("linked.csv"), outside.toAbsolutePath().resolve("secret.csv"));

        setUp(FOLDER);
        assertThat(pull().<Integer>read("$.last_run.files")).as("a linked file").isZero();
        setUp("\"place\": \"folder\", \"folder\": \"link\"");
        assertThat(pull().<String>read("$.last_run.error")).contains("no such folder");
        setUp("\"place\": \"folder\", \"folder\": \"nowhere\"");
        assertThat(pull().<String>read("$.last_run.error")).contains("no such folder");
        assertThat(imports()).isEmpty();
    }

    @Test
    void itLooksWhenItsTimeHasCome() throws IOException {
        leave("a.csv", FILE);
        setUp(FOLDER);
        assertThat(TestApi.json(calls.get(PULL)).<String>read("$.next_at")).contains("T03:00:00Z");
        due.run();
        assertThat(TestApi.json(calls.get(PULL)).<Object>read("$.last_run")).isNull();
        passTime();
        due.run();

        await().atMost(LONGEST).until(() -> fetched().size() == 1);
        assertThat(TestApi.json(calls.get(PULL)).<String>read("$.next_at"))
                .as("the time after")
                .contains("T03:00:00Z");
        assertThat(calls.post(PULL + "/pause", "")).hasStatusOk();
        assertThat(TestApi.json(calls.get(PULL)).<String>read("$.next_at")).isNull();
    }

    @Test
    void everythingThatIsWrongIsNamed() {
        assertThat(calls.get(PULL)).hasStatus(404);
        assertThat(calls.post(PULL + "/run", "")).hasStatus(404);
        String[] pairs = {
            "\"place\": \"ftp\"",
            "/place",
            FOLDER + ", \"cron\": \"* * * *\"",
            "/cron",
            FOLDER + ", \"zone\": \"Mars\"",
            "/cron",
            FOLDER + ", \"files\": \" , \"",
            "/files",
            FOLDER + ", \"afterwards\": \"burn\"",
            "/afterwards",
            FOLDER + ", \"mapping_id\": null",
            "/mapping_id",
            "\"place\": \"sftp\", \"host\": \"h\", \"user\": \"u\", \"fingerprint\": \"x\", \"password\": \"p\"",
            "/fingerprint",
            "\"place\": \"s3\", \"bucket\": \"b-b\", \"region\": \"eu-central-1\"",
            "/access_key",
        };
        for (int i = 0; i < pairs.length; i += 2) {
            assertThat(put(pairs[i]))
                    .as(pairs[i])
                    .hasStatus(422)
                    .bodyJson()
                    .extractingPath("$.errors[0].pointer")
                    .isEqualTo(pairs[i + 1]);
        }
    }

    @Test
    void anotherTenantSeesNothingOfIt() throws IOException {
        leave("a.csv", FILE);
        setUp(FOLDER);
        pull();
        var other = new TestApi(web, tenants.create());
        assertThat(other.get(PULL)).hasStatus(404);
        other.post("/api/v1/sources", "{\"key\": \"shop\", \"name\": \"Theirs\"}");
        assertThat(other.get(PULL)).hasStatus(404);
        assertThat(other.get(PULL + "/files").getResponse().getStatus()).isEqualTo(200);
        assertThat(TestBrowser.text(other.get(PULL + "/files"))).doesNotContain("a.csv");
    }

    private void passTime() {
        transactions.run(
                api.tenant().id(),
                () ->
                        jdbc.sql(
                                        "update pull set next_at = now() - interval '1 minute' where tenant_id = :tenant")
                                .param("tenant", api.tenant().id().value())
                                .update());
    }

    private void leave(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }
}
