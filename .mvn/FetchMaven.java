import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipInputStream;

/// Fetches Maven from Maven Central into a folder, unless it is there, and prints the path of its `mvn`.
///
/// Run as a source file, so that a JDK is all a fresh machine needs.
final class FetchMaven {
    private static final String VERSION = "3.9.16";
    private static final String SHA_512 =
            "ed41650d42485cfc243fad22158caf9cbb5dc408ce7a09ddb94dd42a019de929"
                    + "ca43065bfa450612cf12bf78b5cafa3884b96c090de326ff590448c933454af3";
    private static final URI ARCHIVE = URI.create("https://repo.maven.apache.org/maven2/org/apache/maven"
            + "/apache-maven/" + VERSION + "/apache-maven-" + VERSION + "-bin.zip");

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Path home = folder.resolve("apache-maven-" + VERSION);
        if (!Files.isDirectory(home)) {
            System.err.println("muster: fetching Maven " + VERSION + " from " + ARCHIVE.getHost());
            Path draft = Files.createTempDirectory(folder, "fetching-");
            Path archive = draft.resolve("maven.zip");
            download(archive);
            unpack(archive, draft);
            Files.delete(archive);
            Files.move(draft.resolve(home.getFileName()), home, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(draft);
        }
        System.out.println(home.resolve("bin/mvn"));
    }

    private static void download(Path archive) throws Exception {
        try (var client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
            var response = client.send(HttpRequest.newBuilder(ARCHIVE).build(), BodyHandlers.ofFile(archive));
            if (response.statusCode() != 200) {
                throw new IOException(ARCHIVE + " answered " + response.statusCode());
            }
        }
        String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(archive)));
        if (!sum.equals(SHA_512)) {
            throw new IOException(ARCHIVE + " is not the Maven we know: its SHA-512 is " + sum);
        }
    }

    private static void unpack(Path archive, Path folder) throws IOException {
        try (InputStream in = Files.newInputStream(archive); var zip = new ZipInputStream(in)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path path = folder.resolve(entry.getName()).normalize();
                if (!path.startsWith(folder)) {
                    throw new IOException("Entry outside of the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                Files.copy(zip, path);
                if (path.getParent().endsWith("bin")) {
                    path.toFile().setExecutable(true, false);
                }
            }
        }
    }
}
