package io.muster.server.platform.postgres;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.muster.server.platform.StartRefusedException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/// The programs of PostgreSQL, unpacked from the archive on the class path.
record PostgresBinaries(Path home) {

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    /// Unpacks below the folder, once for each archive: the folder's name carries the archive's
    /// checksum.
    static PostgresBinaries unpackedIn(Path folder) throws IOException {
        URL archive = archive();
        // The application's jar and a plain class path both hold the archive as an entry of a jar.
        var entry = ((JarURLConnection) archive.openConnection()).getJarEntry();
        Path home = folder.resolve("bin-" + Long.toHexString(entry.getCrc()));
        if (!Files.isDirectory(home)) {
            Path draft = Files.createTempDirectory(Files.createDirectories(folder), "unpacking-");
            try (var tar = tar(archive)) {
                unpack(tar, draft);
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
                Files.move(draft, home, ATOMIC_MOVE);
            } catch (FileSystemException e) {
                // Another process may have unpacked the same archive meanwhile.
                if (!Files.isDirectory(home)) {
                    throw e;
                }
            } finally {
                FileSystemUtils.deleteRecursively(draft);
            }
        }
        return new PostgresBinaries(home);
    }

    private static URL archive() {
        String system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        String name = String.format(Locale.ROOT, "postgres-%s-%s.txz", system, machine);
        URL archive = PostgresBinaries.class.getClassLoader().getResource(name);
        if (archive == null) {
            throw new StartRefusedException(
                    "This build of Muster holds no PostgreSQL for this machine (" + name + ").",
                    "Build Muster on this kind of machine, or set MUSTER_DATABASE_URL to a PostgreSQL"
                            + " of your own.");
        }
        return archive;
    }

    private static TarArchiveInputStream tar(URL archive) throws IOException {
        InputStream compressed = new BufferedInputStream(archive.openStream(), 1 << 16);
        return new TarArchiveInputStream(new XZInputStream(compressed));
    }

    private static void unpack(TarArchiveInputStream tar, Path home) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry();
                entry != null;
                entry = tar.getNextEntry()) {
            Path path = home.resolve(entry.getName()).normalize();
            if (!path.startsWith(home)) {
                throw new IOException("Entry outside of the archive: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(path);
                continue;
            }
            Files.createDirectories(path.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } else if (entry.isLink()) {
                Files.createLink(path, home.resolve(entry.getLinkName()));
            } else {
                Files.copy(tar, path);
                boolean executable = (entry.getMode() & 0100) != 0;
                Files.setPosixFilePermissions(
                        path,
                        PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }
}
