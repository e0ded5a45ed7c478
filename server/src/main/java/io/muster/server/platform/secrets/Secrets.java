package io.muster.server.platform.secrets;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/// Passwords and keys that Muster makes for itself, one file each, readable by its own user only.
public final class Secrets {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> OWNER_ONLY_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private static final String LOCK = ".lock";

    private final Path folder;

    public Secrets(Path folder) throws IOException {
        // Only this folder is closed to others; those above it may have to be entered by
        // PostgreSQL's user.
        Files.createDirectories(folder.toAbsolutePath().getParent());
        this.folder = Files.createDirectories(folder, OWNER_ONLY_FOLDER);
    }

    public boolean has(String name) {
        return Files.exists(folder.resolve(name));
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    /// The secret of this name, made and stored on first use: 192 random bits, safe in URLs and
    /// SQL. Whoever asks at the same time, in this process or in another, gets the same.
    public String get(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            make(file);
        }
        return Files.readString(file).strip();
    }

    // A lock on a file is for processes; of threads only one may ask for it.
    private static synchronized void make(Path file) throws IOException {
        try (var lines =
                        FileChannel.open(
                                file.resolveSibling(LOCK), Set.of(CREATE, WRITE), OWNER_ONLY);
                var _ = lines.lock()) {
            if (Files.exists(file)) {
                return;
            }
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(draft);
            write(draft, Base64.getUrlEncoder().encodeToString(random));
            Files.move(draft, file, ATOMIC_MOVE);
        }
    }

    /// Writes a new file that only its owner can read, down to the disk.
    public static void write(Path file, String text) throws IOException {
        try (var channel = FileChannel.open(file, Set.of(CREATE_NEW, WRITE), OWNER_ONLY)) {
            channel.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
    }
}
