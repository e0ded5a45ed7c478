package io.muster.server.sources.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder in which others work at the same time.
class FolderPlaceTest {
    @TempDir Path root = Path.of("");
    private Path folder = Path.of("");

    @BeforeEach
    void aFile() throws Exception {
        folder = Files.createDirectory(root.resolve("in"));
        Files.writeString(folder.resolve("a.csv"), "first");
    }

    @Test
    void whatHasChangedSinceItWasListedIsNotRead() throws Exception {
        FolderPlace place = FolderPlace.open(root, "in");
        RemoteFile listed = place.list(name -> true).getFirst();
        assertThat(place.isStill(listed)).isTrue();

        Path other = Files.writeString(root.resolve("other"), "other");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(folder.resolve("a.csv")));
        Files.delete(folder.resolve("a.csv"));
        assertThat(place.isStill(listed)).as("gone").isFalse();
        Files.move(other, folder.resolve("a.csv"));

        assertThat(place.isStill(listed)).as("of the same size and time").isFalse();
        assertThatThrownBy(() -> place.read(listed)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void pipesAreNotOpened() throws Exception {
        FolderPlace place = FolderPlace.open(root, "in");
        RemoteFile listed = place.list(name -> true).getFirst();
        Files.delete(folder.resolve("a.csv"));
        assertThat(
                        new ProcessBuilder("mkfifo", folder.resolve("a.csv").toString())
                                .start()
                                .waitFor())
                .isZero();

        assertThat(place.list(name -> true)).isEmpty();
        assertThatThrownBy(() -> place.read(listed)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aFolderThatHasBecomeALinkLeadsNowhere() throws Exception {
        FolderPlace place = FolderPlace.open(root, "in");
        RemoteFile listed = place.list(name -> true).getFirst();
        Files.move(folder, root.resolve("elsewhere"));
        Files.createSymbolicLink(folder, root.resolve("elsewhere"));

        assertThat(place.isThere()).isFalse();
        assertThatThrownBy(() -> place.read(listed)).isInstanceOf(NoSuchFileException.class);
    }
}
