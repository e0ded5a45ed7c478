package io.muster.server.sources.pull;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A folder of this server. Links are neither followed out of it nor read.
final class FolderPlace implements OpenPlace {
    private final Path folder;

    private FolderPlace(Path folder) {
        this.folder = folder;
    }

    /// @param root that the operator keeps for the tenant
    /// @param below the path from there, empty for the root itself
    static FolderPlace open(Path root, String below) throws PullFailedException {
        try {
            Path folder = root.resolve(below).normalize();
            if (folder.startsWith(root.normalize())) {
                Path real = folder.toRealPath();
                if (real.startsWith(root.toRealPath()) && Files.isDirectory(real)) {
                    return new FolderPlace(real);
                }
            }
        } catch (IOException | InvalidPathException e) {
            // Falls through: what is not there and what is elsewhere are told in the same words.
        }
        throw new PullFailedException(
                "There is no such folder below the one that the operator keeps for you.");
    }

    @Override
    public List<RemoteFile> list(Predicate<String> wanted) throws PullFailedException {
        List<RemoteFile> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (found.size() > MOST_FILES) {
                    break;
                }
                String name = String.valueOf(file.getFileName());
                if (wanted.test(name)) {
                    look(name).ifPresent(found::add);
                }
            }
            return found;
        } catch (IOException | DirectoryIteratorException e) {
            throw new PullFailedException(
                    "The folder cannot be read. Ask the operator to check its rights.", e);
        }
    }

    /// Empty when it is gone, or is no file: to open a pipe would wait for ever.
    private Optional<RemoteFile> look(String name) throws IOException {
        try {
            var attributes =
                    Files.readAttributes(
                            folder.resolve(name), BasicFileAttributes.class, NOFOLLOW_LINKS);
            return attributes.isRegularFile()
                    ? Optional.of(
                            new RemoteFile(
                                    name,
                                    attributes.size(),
                                    attributes.lastModifiedTime() + " " + attributes.fileKey(),
                                    attributes.lastModifiedTime().toInstant()))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public InputStream read(RemoteFile file) throws IOException {
        if (!isAsListed(file)) {
            throw new NoSuchFileException(file.name());
        }
        return Files.newInputStream(folder.resolve(file.name()), NOFOLLOW_LINKS);
    }

    @Override
    public boolean isStill(RemoteFile file) throws PullFailedException {
        try {
            return isAsListed(file);
        } catch (IOException e) {
            throw new PullFailedException(
                    "“%s” cannot be looked at. Ask the operator to check its rights."
                            .formatted(file.name()),
                    e);
        }
    }

    /// The folder itself must not have become a link to elsewhere.
    private boolean isAsListed(RemoteFile file) throws IOException {
        return isThere() && look(file.name()).filter(file::equals).isPresent();
    }

    @Override
    public boolean isThere() {
        try {
            return folder.toRealPath().equals(folder);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void rename(RemoteFile file, String path) throws PullFailedException {
        Path to = folder.resolve(path);
        try {
            Path parent = to.getParent();
            if (parent != null && !Files.isDirectory(parent, NOFOLLOW_LINKS)) {
                Files.createDirectory(parent);
            }
            Files.move(folder.resolve(file.name()), to);
        } catch (IOException e) {
            throw new PullFailedException(
                    "“%s” cannot be moved away. Ask the operator to check the folder's rights."
                            .formatted(file.name()),
                    e);
        }
    }

    @Override
    public void close() {}
}
