package io.muster.server.sources.pull;

import io.muster.server.platform.net.OutgoingAddresses;
import io.muster.server.sources.pull.SshDoor.HostKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/// A folder of an SFTP server whose key is known.
final class SftpPlace implements OpenPlace {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final ClientSession session;
    private final SftpClient sftp;
    private final String folder;

    private SftpPlace(ClientSession session, SftpClient sftp, String folder) {
        this.session = session;
        this.sftp = sftp;
        this.folder = folder;
    }

    static SftpPlace open(
            SshDoor door, OutgoingAddresses addresses, PullPlace.Sftp place, PullSecrets secrets)
            throws PullFailedException {
        InetSocketAddress address = address(addresses, place);
        var key = new HostKey(place.fingerprint());
        try {
            ClientSession session = door.open(place.user(), address, key, CONNECT);
            try {
                identify(session, secrets);
                session.auth().verify(CONNECT);
                return new SftpPlace(
                        session,
                        SftpClientFactory.instance().createSftpClient(session),
                        place.folder().isEmpty() ? "." : place.folder());
            } catch (IOException | GeneralSecurityException | RuntimeException e) {
                session.close(true);
                throw e;
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new PullFailedException(refusal(key), e);
        }
    }

    private static String refusal(HostKey key) {
        if (key.shown() == null) {
            return "The SFTP server does not answer. Check host and port.";
        }
        return key.isRight()
                ? "The SFTP server refuses the user. Check user, password and key."
                : "The server shows the key %s, not the one that was entered. If that is right, enter it; otherwise somebody may be in between."
                        .formatted(key.shown());
    }

    private static InetSocketAddress address(OutgoingAddresses addresses, PullPlace.Sftp place)
            throws PullFailedException {
        try {
            // With its name it would be looked up again, and the next answer may lead elsewhere.
            byte[] judged = addresses.resolve(place.host()).getFirst().getAddress();
            return new InetSocketAddress(InetAddress.getByAddress(judged), place.port());
        } catch (UnknownHostException e) {
            throw new PullFailedException(Places.unreachable(e), e);
        }
    }

    private static void identify(ClientSession session, PullSecrets secrets)
            throws IOException, GeneralSecurityException {
        String password = secrets.password();
        if (secrets.privateKey() == null) {
            session.addPasswordIdentity(String.valueOf(password));
            return;
        }
        Iterable<KeyPair> keys =
                SecurityUtils.loadKeyPairIdentities(
                        session,
                        NamedResource.ofName("private key"),
                        new ByteArrayInputStream(
                                secrets.privateKey().getBytes(StandardCharsets.UTF_8)),
                        password == null ? null : FilePasswordProvider.of(password));
        for (KeyPair key : keys) {
            session.addPublicKeyIdentity(key);
        }
    }

    @Override
    public List<RemoteFile> list(Predicate<String> wanted) throws PullFailedException {
        List<RemoteFile> found = new ArrayList<>();
        try {
            for (DirEntry entry : sftp.readDir(folder)) {
                if (found.size() > MOST_FILES) {
                    break;
                }
                Attributes attributes = entry.getAttributes();
                if (attributes.isRegularFile() && wanted.test(entry.getFilename())) {
                    found.add(file(entry.getFilename(), attributes));
                }
            }
            return found;
        } catch (IOException | RuntimeException e) {
            throw new PullFailedException(
                    "The SFTP server does not show the folder. Check that it is there, and may be read.",
                    e);
        }
    }

    private static RemoteFile file(String name, Attributes attributes) {
        FileTime modified = attributes.getModifyTime();
        return new RemoteFile(
                name,
                attributes.getSize(),
                modified == null ? "" : modified.toString(),
                modified == null ? null : modified.toInstant());
    }

    @Override
    public InputStream read(RemoteFile file) throws IOException {
        try {
            return sftp.read(path(file));
        } catch (SftpException e) {
            if (isMissing(e)) {
                throw new NoSuchFileException(file.name());
            }
            throw e;
        }
    }

    @Override
    public boolean isStill(RemoteFile file) throws PullFailedException {
        try {
            Attributes attributes = sftp.lstat(path(file));
            return attributes.isRegularFile() && file(file.name(), attributes).equals(file);
        } catch (SftpException e) {
            if (isMissing(e)) {
                return false;
            }
            throw unseen(file, e);
        } catch (IOException e) {
            throw unseen(file, e);
        }
    }

    private static PullFailedException unseen(RemoteFile file, IOException e) {
        return new PullFailedException(
                "The SFTP server does not show “%s” any more.".formatted(file.name()), e);
    }

    private static boolean isMissing(SftpException e) {
        return e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE;
    }

    private String path(RemoteFile file) {
        return folder + "/" + file.name();
    }

    @Override
    public boolean isThere() {
        return session.isOpen() && sftp.isOpen();
    }

    @Override
    public void rename(RemoteFile file, String path) throws PullFailedException {
        try {
            int slash = path.lastIndexOf('/');
            if (slash > 0) {
                makeFolder(folder + "/" + path.substring(0, slash));
            }
            sftp.rename(path(file), folder + "/" + path);
        } catch (IOException e) {
            throw new PullFailedException(
                    "“%s” cannot be moved away. Check that the user may write to the folder."
                            .formatted(file.name()),
                    e);
        }
    }

    private void makeFolder(String path) throws IOException {
        try {
            sftp.stat(path);
        } catch (SftpException e) {
            sftp.mkdir(path);
        }
    }

    @Override
    public void close() {
        try (session;
                sftp) {
            // Closing is all there is to do.
        } catch (IOException e) {
            // Nothing is left that could be done about it.
        }
    }
}
