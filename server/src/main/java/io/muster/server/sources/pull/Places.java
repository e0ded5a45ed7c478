package io.muster.server.sources.pull;

import io.muster.server.platform.MusterProperties;
import io.muster.server.platform.net.AddressRefusedException;
import io.muster.server.platform.net.OutgoingAddresses;
import io.muster.server.tenants.TenantId;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Opens the places in which sources leave files.
@Component
class Places {
    static final String NO_FOLDERS =
            "This server keeps no folders for files. The operator can name one in MUSTER_PULL_FOLDER.";

    private final OutgoingAddresses addresses;
    private final SshDoor ssh;
    private final Optional<Path> root;

    Places(OutgoingAddresses addresses, SshDoor ssh, MusterProperties properties) {
        this.addresses = addresses;
        this.ssh = ssh;
        this.root = Optional.ofNullable(properties.pull().folder()).map(Path::of);
    }

    /// Whether the operator lets tenants leave files on this server.
    boolean hasFolders() {
        return root.isPresent();
    }

    OpenPlace open(TenantId tenant, PullPlace place, PullSecrets secrets)
            throws PullFailedException {
        return switch (place) {
            case PullPlace.Folder(String folder) ->
                    FolderPlace.open(
                            root.orElseThrow(() -> new PullFailedException(NO_FOLDERS))
                                    // Nobody reaches another tenant's files.
                                    .resolve(tenant.toString()),
                            folder);
            case PullPlace.Sftp sftp -> SftpPlace.open(ssh, addresses, sftp, secrets);
            case PullPlace.S3 s3 -> S3Place.open(addresses, s3, secrets);
        };
    }

    static String unreachable(UnknownHostException e) {
        return e instanceof AddressRefusedException
                ? String.valueOf(e.getMessage())
                : "The name of the host leads nowhere. Check the address.";
    }
}
