package io.muster.server.files;

import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class LocalFileStoreTest extends FileStoreContract {
    private Path folder;
    private LocalFileStore store;

    @BeforeEach
    void open(@TempDir Path temp) {
        folder = temp.resolve("data/files");
        store = new LocalFileStore(folder);
    }

    @Override
    FileStore store() {
        return store;
    }

    @Override
    long kept() throws IOException {
        try (var files = Files.list(folder)) {
            return files.count();
        }
    }

    @Test
    void onlyTheServersUserCanRead() throws IOException {
        var stored = store.store(new ByteArrayInputStream(new byte[3]), 10);

        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve(stored.id()))).isEqualTo("rw-------");
    }

    @Test
    void aFolderThatIsGoneIsTheStoresFailure() throws IOException {
        FileSystemUtils.deleteRecursively(folder);

        assertThatExceptionOfType(FileStoreException.class)
                .isThrownBy(() -> store.store(new ByteArrayInputStream(new byte[3]), 10))
                .withMessageContaining("could not be stored");
    }

    /// Linux only: a device on which every write finds the disk full.
    @Test
    void aFullDiskIsTheStoresFailure() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));

        try (var draft = new LocalFileStore.Draft(FileChannel.open(full, WRITE))) {
            assertThatExceptionOfType(FileStoreException.class)
                    .isThrownBy(() -> draft.write(new byte[10], 10))
                    .withMessageContaining("No space left on device");
        }
    }

    @Test
    void onlyOldDraftsAreClearedAway() throws IOException {
        var stored = store.store(new ByteArrayInputStream(new byte[3]), 10);
        Instant now = Instant.parse("2026-05-04T10:00:00Z");
        Path old = draft("old.part", now.minusSeconds(1));
        Path young = draft("young.part", now.plusSeconds(1));

        store.removeDraftsBefore(now);

        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(store.get(stored.id()).size()).isEqualTo(3);
    }

    private Path draft(String name, Instant modified) throws IOException {
        Path file = Files.createFile(folder.resolve(name));
        return Files.setLastModifiedTime(file, FileTime.from(modified));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
