package io.muster.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Which server, and by which key. The key never stands on the command line, where every user of
/// the machine could read it.
final class ServerOptions {
    private static final String KEY = "MUSTER_API_KEY";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "${env:MUSTER_SERVER:-http://localhost:8080}",
            description = "Where Muster is (or MUSTER_SERVER; default: http://localhost:8080).")
    @SuppressWarnings("NullAway.Init")
    private URI server;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "Holds the API key; else it is taken from " + KEY + ".")
    private @Nullable Path keyFile;

    @Option(
            names = "--allow-http",
            description = "Send the key unprotected to a server on another machine.")
    private boolean allowHttp;

    Api api() {
        String scheme = Objects.requireNonNullElse(server.getScheme(), "");
        String host = Objects.requireNonNullElse(server.getHost(), "");
        if (host.isEmpty() || !Set.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT))) {
            throw usage("--server must be an address like https://muster.example.com");
        }
        if (scheme.equalsIgnoreCase("http") && !allowHttp && !THIS_MACHINE.contains(host)) {
            throw usage(
                    "The key would travel to "
                            + host
                            + " unprotected. Use an https address, or --allow-http if the way is safe.");
        }
        return new Api(server, key());
    }

    private String key() {
        String key = keyFile == null ? System.getenv(KEY) : read(keyFile);
        if (key == null || key.isBlank()) {
            throw usage("No API key: set " + KEY + ", or name a file that holds it by --key-file.");
        }
        return key.strip();
    }

    private String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw usage("The key file " + file + " cannot be read.");
        }
    }

    private CommandLine.ParameterException usage(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
