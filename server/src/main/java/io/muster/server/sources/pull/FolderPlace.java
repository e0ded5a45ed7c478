package io.muster.server.sources.pull;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

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
    public List<RemoteFile> list() throws PullFailedException {
        List<RemoteFile> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                var attributes =
                        Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS);
                if (attributes.isRegularFile() && found.size() < MOST_FILES) {
                    found.add(
                            new RemoteFile(
                                    String.valueOf(file.getFileName()),
                                    attributes.size(),
                                    attributes.lastModifiedTime().toString(),
                                    attributes.lastModifiedTime().toInstant()));
                }
            }
            return found;
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            throw new PullFailedException(
                    "The folder cannot be read. Ask the operator to check its rights.", e);
        }
    }

    @Override
    public InputStream read(RemoteFile file) throws IOException {
        return Files.newInputStream(folder.resolve(file.name()), NOFOLLOW_LINKS);
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
