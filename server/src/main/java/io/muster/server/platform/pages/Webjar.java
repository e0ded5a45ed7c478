package io.muster.server.platform.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// A browser library on the classpath. Its version comes from the jar itself, so that the build
/// names it once.
record Webjar(String name, String version) {

    static Webjar named(String name) {
        String place = "/META-INF/maven/org.webjars.npm/" + name + "/pom.properties";
        try (InputStream in = Webjar.class.getResourceAsStream(place)) {
            if (in == null) {
                throw new IllegalStateException("The jar of " + name + " is not on the classpath");
            }
            var properties = new Properties();
            properties.load(in);
            return new Webjar(name, properties.getProperty("version"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The address of a file in the library.
    String url(String file) {
        return "/webjars/" + name + "/" + version + "/" + file;
    }

    /// The place of a file on the classpath.
    String resource(String file) {
        return "/META-INF/resources" + url(file);
    }
}
