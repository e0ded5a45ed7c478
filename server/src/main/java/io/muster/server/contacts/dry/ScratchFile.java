package io.muster.server.contacts.dry;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file without a name: nobody else can open it, and it is gone with its channel, even after a
/// kill.
final class ScratchFile {
    private ScratchFile() {}

    static FileChannel open(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "dry-", ".scratch");
        return FileChannel.open(file, READ, WRITE, DELETE_ON_CLOSE);
    }
}
