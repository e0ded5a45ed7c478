package io.muster.server.files;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Keeps files in one folder that only the server's user can enter.
final class LocalFileStore implements FileStore {
    /// No upload takes longer; an older draft belongs to a server that was killed.
    static final Duration DRAFT_LIFE = Duration.ofDays(1);

    private static final String DRAFT = ".part";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final int BUFFER = 1 << 16;
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> OWNER_ONLY_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final SecureRandom random = new SecureRandom();
    private final Path folder;

    LocalFileStore(Path folder) {
        try {
            // Only this folder is closed to others; those above it are shared with the database.
            Files.createDirectories(folder.toAbsolutePath().getParent());
            this.folder = Files.createDirectories(folder, OWNER_ONLY_FOLDER);
        } catch (IOException e) {
            throw failed("The folder for files cannot be made", e);
        }
    }

    @Override
    public StoredFile store(InputStream in, long limit) throws IOException {
        String id = newId();
        Path draft = folder.resolve(id + DRAFT);
        try {
            StoredFile stored = write(id, in, limit, draft);
            publish(draft, folder.resolve(id));
            return stored;
        } catch (Throwable e) {
            discard(draft, e);
            throw e;
        }
    }

    private static StoredFile write(String id, InputStream in, long limit, Path draft)
            throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (Draft file = Draft.create(draft)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw new FileTooLargeException(limit);
                }
                digest.update(buffer, 0, read);
                file.write(buffer, read);
            }
            file.force();
        }
        return new StoredFile(id, size, HexFormat.of().formatHex(digest.digest()));
    }

    /// A new name is only safe once its folder is on the disk too.
    private void publish(Path draft, Path target) {
        try {
            Files.move(draft, target, ATOMIC_MOVE);
            try (var channel = FileChannel.open(folder, READ)) {
                channel.force(true);
            }
        } catch (IOException e) {
            discard(target, e);
            throw failed("The file could not be stored", e);
        }
    }

    @Override
    public FileContent get(String id) {
        Path file = path(id);
        try {
            return new LocalContent(file, Files.size(file));
        } catch (IOException e) {
            throw failed("The stored file " + id + " cannot be read", e);
        }
    }

    @Override
    public void delete(String id) {
        try {
            Files.deleteIfExists(path(id));
        } catch (IOException e) {
            throw failed("The stored file " + id + " could not be deleted", e);
        }
    }

    /// Clears away what uploads left behind that were cut short by a kill.
    void removeDraftsBefore(Instant time) {
        try (var drafts = Files.newDirectoryStream(folder, "*" + DRAFT)) {
            for (Path draft : drafts) {
                if (Files.getLastModifiedTime(draft).toInstant().isBefore(time)) {
                    Files.deleteIfExists(draft);
                }
            }
        } catch (IOException e) {
            throw failed("The folder for files cannot be read", e);
        }
    }

    /// An id is nothing but hex, so that it can never lead out of the folder.
    private Path path(String id) {
        if (!ID.matcher(id).matches()) {
            throw new FileStoreException("Not the id of a stored file: " + id, null);
        }
        return folder.resolve(id);
    }

    private String newId() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void discard(Path file, Throwable reason) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    private static FileStoreException failed(String what, IOException cause) {
        return new FileStoreException(what + ": " + cause.getMessage(), cause);
    }

    /// A file being written. Its failures are the store's, while those of the incoming stream are
    /// the sender's.
    record Draft(FileChannel channel) implements AutoCloseable {

        static Draft create(Path path) {
            try {
                return new Draft(FileChannel.open(path, Set.of(CREATE_NEW, WRITE), OWNER_ONLY));
            } catch (IOException e) {
                throw failed("The file could not be stored", e);
            }
        }

        void write(byte[] bytes, int length) {
            try {
                var buffer = ByteBuffer.wrap(bytes, 0, length);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            } catch (IOException e) {
                throw failed("The file could not be stored", e);
            }
        }

        void force() {
            try {
                channel.force(true);
            } catch (IOException e) {
                throw failed("The file could not be stored", e);
            }
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw failed("The file could not be stored", e);
            }
        }
    }

    private record LocalContent(Path file, long size) implements FileContent {
        @Override
        public InputStream open() {
            try {
                return Files.newInputStream(file);
            } catch (IOException e) {
                throw failed("A stored file cannot be read", e);
            }
        }

        @Override
        public Optional<Path> path() {
            return Optional.of(file);
        }
    }
}
