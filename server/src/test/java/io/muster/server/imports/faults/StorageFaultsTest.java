package io.muster.server.imports.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import io.muster.engine.outcome.Code;
import io.muster.server.imports.ImportApi;
import io.muster.server.imports.ImportTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The storage fails in the middle of an import: it is tried again, and in the end fails as a whole
/// with a sentence; never a row.
@ManyCommits
class StorageFaultsTest extends ImportTest {
    private static final KnownFile FILE = new KnownFile(30);
    private static final int WRITTEN = 14;

    /// What becomes of the stored file.
    enum Fault {
        MISSING {
            @Override
            void befall(Path file) {}
        },
        /// It opens, but every read fails.
        UNREADABLE {
            @Override
            void befall(Path file) throws IOException {
                Files.createDirectory(file);
            }
        };

        abstract void befall(Path file) throws IOException;
    }

    @TempDir Path aside;
    private Installation installation;

    @BeforeEach
    void look() {
        installation = Installation.of(database(), properties.dataDir());
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatIsGoneForGoodFailsTheImportAndNoRow(Fault fault) throws IOException {
        UUID id = loseFile(fault);

        DocumentContext failed = api.await(id);

        assertThat(failed.<String>read("$.status")).isEqualTo("failed");
        assertThat(failed.<String>read("$.failure_code"))
                .isEqualTo(Code.STORAGE_UNAVAILABLE.name());
        assertThat(failed.<String>read("$.failure_reason"))
                .isEqualTo(Code.STORAGE_UNAVAILABLE.sentence());
        assertThat(failed.<Integer>read("$.result.unprocessed")).isEqualTo(FILE.rows() - WRITTEN);
        assertThat(installation.state(id).cursor()).isEqualTo(WRITTEN);
        installation.assertExact(api.tenant().id(), id, FILE);
        assertThat(ImportApi.summary(api.run("Phone\n+14155552600\n", "")))
                .as("the next one")
                .isEqualTo("completed 1: 1 created");
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatComesBackIsReadOn(Fault fault) throws IOException {
        UUID id = loseFile(fault);

        installation.await(id, state -> state.epoch() > 1);
        Path file = file(id);
        Files.deleteIfExists(file);
        Files.move(aside.resolve("file"), file);

        installation.assertCompletes(api.tenant().id(), id, FILE);
    }

    @Test
    void withoutItsFolderAnUploadIsRefusedWithASentence() throws IOException {
        Path folder = files().folder();
        Path away = Files.move(folder, folder.resolveSibling("files-away"));
        try {
            MvcTestResult answer = api.tryUpload(FILE.bytes(), "");

            assertThat(answer)
                    .hasStatus(503)
                    .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .bodyJson()
                    .extractingPath("$.detail")
                    .asString()
                    .contains("storage");
        } finally {
            Files.move(away, folder);
        }
        assertThat(imports()).isEmpty();
    }

    /// The connection breaks before the third batch can commit, and the run that goes on finds the
    /// file in its new state.
    private UUID loseFile(Fault fault) throws IOException {
        UUID id = api.upload(FILE.bytes(), "");
        assertThat(api.map(id, "{}")).hasStatusOk();
        try (Hold hold = Hold.beforeCommit(installation, id, WRITTEN + 1)) {
            assertThat(api.start(id)).hasStatus(202);
            hold.awaitCaught();
            Path file = file(id);
            Files.move(file, aside.resolve("file"));
            fault.befall(file);
            hold.cutOff();
        }
        return id;
    }

    private Path file(UUID id) {
        return files().folder()
                .resolve(
                        installation
                                .database()
                                .sql("select file_id from import where id = :id")
                                .param("id", id)
                                .query(String.class)
                                .single());
    }
}
