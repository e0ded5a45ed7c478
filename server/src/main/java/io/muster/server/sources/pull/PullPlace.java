package io.muster.server.sources.pull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/// Where a source leaves its files; without what is secret.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PullPlace.Folder.class, name = PullPlace.FOLDER),
    @JsonSubTypes.Type(value = PullPlace.Sftp.class, name = PullPlace.SFTP),
    @JsonSubTypes.Type(value = PullPlace.S3.class, name = PullPlace.S_3)
})
public sealed interface PullPlace {
    String FOLDER = "folder";
    String SFTP = "sftp";
    String S_3 = "s3";

    /// As the API writes it.
    String kind();

    /// What its secrets are for. With another target they would be sent to somebody else.
    String target();

    /// A folder of this server, below the one that the operator keeps for the tenant.
    record Folder(String folder) implements PullPlace {
        @Override
        public String kind() {
            return FOLDER;
        }

        @Override
        public String target() {
            return "";
        }
    }

    /// A folder of an SFTP server.
    ///
    /// @param fingerprint of the server's key, `SHA256:…`
    record Sftp(String host, int port, String user, String fingerprint, String folder)
            implements PullPlace {
        @Override
        public String kind() {
            return SFTP;
        }

        @Override
        public String target() {
            return user + "@" + host + ":" + port + " " + fingerprint;
        }
    }

    /// The objects of a bucket whose names begin alike.
    ///
    /// @param prefix with its slash at the end, empty for the whole bucket
    /// @param endpoint of a server that speaks as S3 does; null for S3 itself
    record S3(String bucket, String prefix, String region, @Nullable String endpoint)
            implements PullPlace {
        @Override
        public String kind() {
            return S_3;
        }

        @Override
        public String target() {
            return (endpoint == null ? "" : endpoint) + " " + region;
        }
    }
}
