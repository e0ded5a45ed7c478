package io.muster.server.sources.pull;

import io.muster.server.imports.SavedMappings;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.tenants.TenantId;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Checks what is said of a pull, and names everything that is wrong.
@Component
class PullSettings {
    private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:_-]{1,253}");
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");
    private static final int LONGEST_PATH = 1_000;
    private static final int LONGEST_PATTERN = 200;

    private final SavedMappings mappings;
    private final Places places;

    PullSettings(SavedMappings mappings, Places places) {
        this.mappings = mappings;
        this.places = places;
    }

    /// What a pull goes by.
    record Checked(Pull.Content content, PullSchedule schedule, Afterwards afterwards) {}

    /// @param secrets that will be there
    /// @throws ApiProblem 422 naming everything that is wrong
    Checked checked(TenantId tenant, Pull.Content content, PullSecrets secrets) {
        List<FieldError> errors = new ArrayList<>();
        checkPlace(content.place(), secrets, errors);
        if (FilePattern.of(content.files()).names().isEmpty()
                || content.files().length() > LONGEST_PATTERN) {
            errors.add(error("/files", "Say which files are meant, such as *.csv, *.xlsx."));
        }
        if (!isThere(tenant, content.mappingId())) {
            errors.add(
                    error("/mapping_id", "Choose the saved mapping by which the files are read."));
        }
        var schedule = PullSchedule.parse(content.cron(), content.zone()).orElse(null);
        if (schedule == null) {
            errors.add(
                    error(
                            "/cron",
                            "A schedule has the five fields of crontab, such as 15 6 * * 1-5, and a time zone such as Europe/Berlin."));
        }
        Afterwards afterwards = Afterwards.find(content.afterwards()).orElse(null);
        if (afterwards == null) {
            errors.add(
                    error(
                            "/afterwards",
                            "Afterwards a file can be left, marked or moved: leave, mark, move."));
        }
        if (schedule == null || afterwards == null || !errors.isEmpty()) {
            throw ApiProblem.unprocessable("The pull cannot be set up like this.", errors);
        }
        return new Checked(content.at(normal(content.place())), schedule, afterwards);
    }

    /// Without its slash at the end, a prefix would stand for part of a name.
    private static PullPlace normal(PullPlace place) {
        return place instanceof PullPlace.S3 s3
                        && !s3.prefix().isEmpty()
                        && !s3.prefix().endsWith("/")
                ? new PullPlace.S3(s3.bucket(), s3.prefix() + "/", s3.region(), s3.endpoint())
                : place;
    }

    private void checkPlace(PullPlace place, PullSecrets secrets, List<FieldError> errors) {
        switch (place) {
            case PullPlace.Folder(String folder) -> {
                if (!places.hasFolders()) {
                    errors.add(error("/place", Places.NO_FOLDERS));
                }
                if (folder.length() > LONGEST_PATH || isUpward(folder)) {
                    errors.add(
                            error(
                                    "/folder",
                                    "A folder is a path below the one that the operator keeps for you, without .. in it."));
                }
            }
            case PullPlace.Sftp sftp -> {
                if (!HOST.matcher(sftp.host()).matches()) {
                    errors.add(error("/host", "Name the host of the SFTP server."));
                }
                if (sftp.port() < 1 || sftp.port() > 65_535) {
                    errors.add(
                            error(
                                    "/port",
                                    "A port is a number from 1 to 65535; usually it is 22."));
                }
                if (sftp.user().isBlank() || sftp.user().length() > LONGEST_PATH) {
                    errors.add(error("/user", "Name the user of the SFTP server."));
                }
                if (!FINGERPRINT.matcher(sftp.fingerprint()).matches()) {
                    errors.add(
                            error(
                                    "/fingerprint",
                                    "Enter the fingerprint of the server's key, SHA256: and 43 characters, as ssh-keygen -l shows it."));
                }
                if (sftp.folder().length() > LONGEST_PATH) {
                    errors.add(error("/folder", "The path of the folder is too long."));
                }
                if (isBlank(secrets.password()) && isBlank(secrets.privateKey())) {
                    errors.add(error("/password", "Enter the user's password or private key."));
                }
            }
            case PullPlace.S3 s3 -> {
                if (!BUCKET.matcher(s3.bucket()).matches()) {
                    errors.add(error("/bucket", "Name the bucket."));
                }
                if (!REGION.matcher(s3.region()).matches()) {
                    errors.add(error("/region", "Name the region, such as eu-central-1."));
                }
                if (s3.prefix().length() > LONGEST_PATH) {
                    errors.add(error("/prefix", "The prefix is too long."));
                }
                if (s3.endpoint() != null && !isAddress(s3.endpoint())) {
                    errors.add(
                            error(
                                    "/endpoint",
                                    "An endpoint is an address such as https://storage.example.com."));
                }
                if (isBlank(secrets.accessKey()) || isBlank(secrets.secretKey())) {
                    errors.add(error("/access_key", "Enter the access key and its secret key."));
                }
            }
        }
    }

    private boolean isThere(TenantId tenant, @Nullable UUID mapping) {
        try {
            return mapping != null && mappings.get(tenant, mapping) != null;
        } catch (ApiProblem e) {
            return false;
        }
    }

    private static boolean isUpward(String folder) {
        return folder.startsWith("/")
                || folder.contains("\\")
                || folder.chars().anyMatch(Character::isISOControl)
                || List.of(folder.split("/", -1)).contains("..");
    }

    private static boolean isAddress(String text) {
        try {
            URI address = URI.create(text);
            String scheme = address.getScheme();
            return ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static FieldError error(String pointer, String message) {
        return new FieldError(pointer, "INVALID_OPTION", message);
    }
}
