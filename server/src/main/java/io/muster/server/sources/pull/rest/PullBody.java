package io.muster.server.sources.pull.rest;

import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.sources.pull.Pull;
import io.muster.server.sources.pull.PullPlace;
import io.muster.server.sources.pull.PullSecrets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A pull as it is sent.
///
/// @param place `folder`, `sftp` or `s3`
/// @param folder for a folder: the path below the one that the operator keeps for the tenant; for
///   SFTP: the path on that server
/// @param port of the SFTP server; 22 by default
/// @param fingerprint of the SFTP server's key: `SHA256:` and 43 characters
/// @param password of the SFTP user, or of the private key; like all secrets it is kept when it is
///   left out, as long as the server and the user stay the same; empty takes it away
/// @param privateKey of the SFTP user, as `ssh-keygen` writes it
/// @param prefix with which the names of the objects begin
/// @param endpoint of a server that speaks as S3 does
/// @param files which of them: `*.csv, *.xlsx` by default
/// @param mappingId the saved mapping by which they are read
/// @param cron the five fields of crontab
/// @param zone `UTC` by default
/// @param afterwards `leave` (the default), `mark` or `move`
record PullBody(
        @Nullable String place,
        @Nullable String folder,
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String user,
        @Nullable String fingerprint,
        @Nullable String password,
        @Nullable String privateKey,
        @Nullable String bucket,
        @Nullable String prefix,
        @Nullable String region,
        @Nullable String endpoint,
        @Nullable String accessKey,
        @Nullable String secretKey,
        @Nullable String files,
        @Nullable UUID mappingId,
        @Nullable String cron,
        @Nullable String zone,
        @Nullable String afterwards) {
    private static final int SSH = 22;

    Pull.Content content() {
        var secrets = new PullSecrets(password, privateKey, accessKey, secretKey);
        return new Pull.Content(
                read(),
                secrets,
                Objects.requireNonNullElse(files, "*.csv, *.xlsx"),
                mappingId,
                text(cron),
                Objects.requireNonNullElse(zone, "UTC"),
                Objects.requireNonNullElse(afterwards, "leave"));
    }

    private PullPlace read() {
        return switch (text(place)) {
            case PullPlace.FOLDER -> new PullPlace.Folder(text(folder));
            case PullPlace.SFTP ->
                    new PullPlace.Sftp(
                            text(host),
                            Objects.requireNonNullElse(port, SSH),
                            text(user),
                            text(fingerprint),
                            text(folder));
            case PullPlace.S_3 ->
                    new PullPlace.S3(text(bucket), text(prefix), text(region), endpoint);
            default -> {
                String message = "The places are folder, sftp and s3.";
                throw ApiProblem.unprocessable(
                        message, List.of(new FieldError("/place", "INVALID_OPTION", message)));
            }
        };
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    @Override
    public String toString() {
        return "PullBody[place=" + place + "]";
    }
}
