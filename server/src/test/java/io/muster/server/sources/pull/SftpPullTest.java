package io.muster.server.sources.pull;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import io.muster.server.TestApi;
import io.muster.server.TestBrowser;
import io.muster.server.imports.ImportApi;
import io.muster.server.platform.net.OutgoingAddresses;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// Files of a real SFTP server.
class SftpPullTest extends PullTest {
    private static final KeyPair HOST_KEY = keys("EC", 256);
    private static final KeyPair USER_KEY = ed25519();

    @TempDir static Path home = Path.of("");

    /// One for all, and it is not stopped: others still talk to it when the last test is done.
    private static final SshServer SERVER = SshServer.setUpDefaultServer();

    @Autowired SshDoor door;
    private String folder = "";

    private static KeyPair keys(String kind, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(kind);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What `ssh-keygen` makes when nothing else is asked for.
    private static KeyPair ed25519() {
        try {
            return KeyPairGenerator.getInstance("Ed25519", new BouncyCastleProvider())
                    .generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    static void start() throws IOException {
        SERVER.setHost("127.0.0.1");
        SERVER.setKeyPairProvider(KeyPairProvider.wrap(HOST_KEY));
        SERVER.setPasswordAuthenticator(
                (user, password, session) -> user.equals("shop") && password.equals("open sesame"));
        SERVER.setPublickeyAuthenticator(
                (user, key, session) -> KeyUtils.compareKeys(key, USER_KEY.getPublic()));
        SERVER.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        SERVER.setFileSystemFactory(new VirtualFileSystemFactory(home));
        SERVER.start();
    }

    @BeforeEach
    void leave() throws IOException {
        folder = "out-" + api.tenant().id();
        Files.createDirectories(home.resolve(folder));
        Files.writeString(home.resolve(folder).resolve("a.csv"), FILE);
    }

    @Test
    void aFileIsFetchedAndMovedByPassword() throws IOException {
        setUp(place(fingerprint(), "\"password\": \"open sesame\", \"afterwards\": \"move\""));

        DocumentContext ended = pull();

        assertThat(ended.<String>read("$.last_run.error")).isNull();
        assertThat(ImportApi.summary(imported())).isEqualTo("completed 2: 2 created");
        try (Stream<Path> left = Files.list(home.resolve(folder))) {
            assertThat(left.map(Path::getFileName)).containsExactly(Path.of("done"));
        }
        assertThat(pull().<Integer>read("$.last_run.files")).isZero();
    }

    @Test
    void aPrivateKeyOpensItTooAndSecretsAreNotShown() {
        setUp(place(fingerprint(), "\"private_key\": \"" + privateKey() + "\""));

        assertThat(pull().<Integer>read("$.last_run.files")).isOne();
        assertThat(TestBrowser.text(calls.get(PULL))).doesNotContain("PRIVATE", "private_key");
        setUp(place(fingerprint(), "\"files\": \"*.csv\""));
        assertThat(pull().<String>read("$.last_run.error")).as("the key is kept").isNull();
        assertThat(put(place(fingerprint(), "\"user\": \"other\"")))
                .as("but not for somebody else")
                .hasStatus(422);
    }

    @Test
    void aServerWithAnotherKeyIsNotTalkedTo() {
        String other = KeyUtils.getFingerPrint(BuiltinDigests.sha256, USER_KEY.getPublic());
        setUp(place(other, "\"password\": \"open sesame\""));

        assertThat(pull().<String>read("$.last_run.error"))
                .contains("shows the key " + fingerprint());
        assertThat(fetched()).isEmpty();
    }

    @Test
    void theAddressThatWasJudgedIsTheOneThatIsReached() throws Exception {
        var asked = new AtomicInteger();
        // Nobody else knows the name, and the second answer leads elsewhere.
        var addresses =
                new OutgoingAddresses(
                        properties,
                        host ->
                                List.of(
                                        InetAddress.getByAddress(
                                                host,
                                                new byte[] {
                                                    127, 0, 0, (byte) asked.incrementAndGet()
                                                })));
        var place =
                new PullPlace.Sftp("moving.test", SERVER.getPort(), "shop", fingerprint(), folder);
        var secrets = new PullSecrets("open sesame", null, null, null);

        try (OpenPlace open = SftpPlace.open(door, addresses, place, secrets)) {
            RemoteFile listed = open.list(name -> true).getFirst();
            assertThat(open.isStill(listed)).isTrue();
            Files.writeString(home.resolve(folder).resolve("a.csv"), FILE + FILE);
            assertThat(open.isStill(listed)).as("when it has grown").isFalse();
            Files.delete(home.resolve(folder).resolve("a.csv"));
            assertThat(open.isStill(listed)).as("when it is gone").isFalse();
            assertThat(open.isThere()).isTrue();
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void whatIsWrongIsSaid() throws IOException {
        setUp(place(fingerprint(), "\"password\": \"wrong\""));
        assertThat(pull().<String>read("$.last_run.error")).contains("refuses the user");
        assertThat(TestApi.json(calls.get(PULL)).<String>read("$.state")).isEqualTo("active");
        setUp(place(fingerprint(), "\"password\": \"open sesame\", \"folder\": \"nowhere\""));
        assertThat(pull().<String>read("$.last_run.error")).contains("does not show the folder");
        setUp(place(fingerprint(), "\"password\": \"x\", \"host\": \"10.0.0.1\""));
        assertThat(pull().<String>read("$.last_run.error")).contains("not public");
        setUp(place(fingerprint(), "\"password\": \"open sesame\", \"port\": 1"));
        assertThat(pull().<String>read("$.last_run.error")).contains("does not answer");
    }

    private String place(String fingerprint, String more) {
        return "\"place\": \"sftp\", \"host\": \"127.0.0.1\", \"port\": %d, \"user\": \"shop\", \"fingerprint\": \"%s\", \"folder\": \"%s\", %s"
                .formatted(SERVER.getPort(), fingerprint, folder, more);
    }

    private static String fingerprint() {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, HOST_KEY.getPublic());
    }

    private static String privateKey() {
        try {
            var text = new ByteArrayOutputStream();
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(USER_KEY, "shop", null, text);
            return text.toString(StandardCharsets.UTF_8).replace("\n", "\\n").replace("\r", "");
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
