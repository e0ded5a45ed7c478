package io.muster.server.imports;

import io.muster.engine.file.FileSource;
import io.muster.server.files.FileContent;
import io.muster.server.files.FileStore;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The stored files of imports, as the engine reads them.
@Component
public class ImportFiles {
    private final FileStore store;

    ImportFiles(FileStore store) {
        this.store = store;
    }

    public FileSource open(Import run) {
        return open(run.file().id());
    }

    public FileSource open(String fileId) {
        FileContent content = store.get(fileId);
        return new FileSource() {
            @Override
            public InputStream open() {
                return content.open();
            }

            @Override
            public long size() {
                return content.size();
            }

            @Override
            public Optional<Path> path() {
                return content.path();
            }
        };
    }
}
