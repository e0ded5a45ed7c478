package io.muster.server.notifications;

import static org.awaitility.Awaitility.await;

import io.muster.server.access.Caller;
import io.muster.server.files.FileStore;
import io.muster.server.files.StoredFile;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportSettings;
import io.muster.server.imports.Imports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/// Runs imports of small files to their end.
@Component
public class MemberImports {
    static final Duration LONGEST = Duration.ofSeconds(20);
    static final String NAME = "<b>fair</b> & more.csv";

    private static final ImportSettings QUIET =
            new ImportSettings(
                    null, null, null, null, null, null, null, null, null, null, null, null, false,
                    null, null, null);

    private final Imports imports;
    private final FileStore files;

    MemberImports(Imports imports, FileStore files) {
        this.imports = imports;
        this.files = files;
    }

    public Import toTheEnd(Caller caller, String content) {
        return end(
                imports.createAndStart(caller, store(content), NAME, ImportSettings.NONE), caller);
    }

    public Import quietly(Caller caller, String content) {
        return end(imports.createAndStart(caller, store(content), NAME, QUIET), caller);
    }

    /// Mapped, not started.
    public Import prepared(Caller caller, String content) {
        Import made = imports.create(caller, store(content), NAME, ImportSettings.NONE);
        return imports.map(
                caller.tenant(),
                made.id(),
                ImportSettings.NONE.withColumns(
                        List.of(
                                new ImportSettings.ColumnSettings(0, "phone"),
                                new ImportSettings.ColumnSettings(1, "email"))));
    }

    private Import end(Import started, Caller caller) {
        return await().atMost(LONGEST)
                .until(
                        () -> imports.get(caller.tenant(), started.id()),
                        one -> one.status().isFinished());
    }

    private StoredFile store(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        try {
            return files.store(new ByteArrayInputStream(bytes), bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
