package io.muster.server.platform;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.util.unit.DataSize;

/// What an operator can set. Meaning, default and environment name of each key stand in
/// `application.yml`; a blank value means that a thing is not set.
@ConfigurationProperties("muster")
public record MusterProperties(
        Path dataDir,
        URI baseUrl,
        Database database,
        Bootstrap bootstrap,
        @Nullable String operatorKey,
        @Nullable String secret,
        boolean demo,
        boolean demoOnce,
        Limits limits,
        @Name("import") Imports imports,
        @Name("export") Exports exports,
        Mail mail,
        @Name("webhook") Webhooks webhooks,
        Pull pull,
        Outgoing outgoing) {

    public MusterProperties {
        operatorKey = unlessBlank(operatorKey);
        secret = unlessBlank(secret);
    }

    /// A page as people outside reach it.
    ///
    /// @param path with a slash in front
    public URI page(String path) {
        return URI.create(baseUrl.toString().replaceFirst("/*$", "") + path);
    }

    /// Leaves the secrets out, as do the parts.
    @Override
    public String toString() {
        return "MusterProperties[dataDir="
                + dataDir
                + ", baseUrl="
                + baseUrl
                + ", "
                + database
                + ", "
                + bootstrap
                + ", "
                + limits
                + ", "
                + imports
                + ", "
                + exports
                + ", "
                + mail
                + ", "
                + webhooks
                + ", "
                + pull
                + ", "
                + outgoing
                + "]";
    }

    /// An external PostgreSQL, if its URL is set, and the sizes of the two pools.
    public record Database(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            int webConnections,
            int workerConnections) {

        public Database {
            url = unlessBlank(url);
            user = unlessBlank(user);
            password = unlessBlank(password);
        }

        @Override
        public String toString() {
            return "Database[url=" + url + ", user=" + user + "]";
        }
    }

    /// The first tenant's admin and API key on an empty database.
    public record Bootstrap(
            @Nullable String adminEmail, @Nullable String adminPassword, @Nullable String apiKey) {

        public Bootstrap {
            adminEmail = unlessBlank(adminEmail);
            adminPassword = unlessBlank(adminPassword);
            apiKey = unlessBlank(apiKey);
        }

        /// Whether nothing was said about the first tenant.
        public boolean isBlank() {
            return adminEmail == null && adminPassword == null && apiKey == null;
        }

        @Override
        public String toString() {
            return "Bootstrap[adminEmail=" + adminEmail + "]";
        }
    }

    /// How much a file may ask of us. Over a limit is an error that names the place.
    public record Limits(
            DataSize file,
            int columns,
            int cellChars,
            DataSize row,
            DataSize workbook,
            int workbookParts) {}

    /// How imports are run.
    public record Imports(
            int batchRows,
            int runningPerTenant,
            int workers,
            Duration heartbeat,
            int attempts,
            int preparedRows,
            Duration undoable) {
        /// After so many another node takes over.
        public static final int MISSED_HEARTBEATS = 4;

        /// How long a run may be silent before another node takes over.
        public Duration lease() {
            return heartbeat.multipliedBy(MISSED_HEARTBEATS);
        }
    }

    /// How exports are kept.
    public record Exports(Duration keep) {}

    /// Whom mail comes from. The mail server itself is set by `spring.mail`.
    public record Mail(String from) {}

    /// How often and how patiently webhooks are sent.
    public record Webhooks(int attempts, Duration firstPause, Duration timeout) {}

    /// Where tenants may leave files on this server, each below its own folder there, and how long
    /// these must have stayed as they are.
    public record Pull(@Nullable String folder, Duration quiet) {
        public Pull {
            folder = unlessBlank(folder);
        }
    }

    /// Networks that are not public and that tenants may let the server connect to.
    public record Outgoing(List<String> networks) {}

    private static @Nullable String unlessBlank(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
