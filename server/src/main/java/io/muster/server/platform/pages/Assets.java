package io.muster.server.platform.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Addresses of style sheets and scripts. They carry a version, so browsers may keep them for ever.
///
/// Our own files share one version, a digest of them all, because modules import each other by
/// relative paths.
public final class Assets {
    private static final Webjar HTMX = Webjar.named("htmx.org");
    private static final Webjar TABLER = Webjar.named("tabler__core");

    private final String version;

    Assets() {
        this.version = digest();
    }

    /// The path below which our own files are served.
    String root() {
        return "/assets/" + version + "/";
    }

    /// The address of one of our own files.
    public String url(String file) {
        return root() + file;
    }

    public String htmx() {
        return HTMX.url("dist/htmx.min.js");
    }

    public String tabler() {
        return TABLER.url("dist/css/tabler.min.css");
    }

    private static String digest() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            Resource[] files =
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath:/assets/**/*.*");
            Arrays.sort(files, Comparator.comparing(Resource::getFilename));
            for (Resource file : files) {
                sha.update(file.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(sha.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
