package io.muster.server.sources.pull;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Opens SSH connections to servers whose key is known. Goes by nothing that the files of this
/// machine's user say.
@Component
class SshDoor implements DisposableBean {
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final AttributeKey<HostKey> HOST_KEY = new AttributeKey<>();

    private @Nullable SshClient client;

    /// The key that a server should have, and the one that it has.
    static final class HostKey {
        private final String expected;
        private volatile @Nullable String shown;

        /// @param expected its fingerprint, `SHA256:…`
        HostKey(String expected) {
            this.expected = expected;
        }

        /// The fingerprint that the server has shown; null before it has.
        @Nullable String shown() {
            return shown;
        }

        boolean isRight() {
            return expected.equals(shown);
        }
    }

    /// A connection on which nobody has signed in yet.
    ///
    /// @param key is told what the server shows; another one ends the connection
    ClientSession open(String user, InetSocketAddress address, HostKey key, Duration longest)
            throws IOException {
        return client().connect(user, address, AttributeRepository.ofKeyValuePair(HOST_KEY, key))
                .verify(longest)
                .getSession();
    }

    /// Most installations need none, so the first who asks starts it.
    private synchronized SshClient client() {
        SshClient started = client;
        if (started == null) {
            started = SshClient.setUpDefaultClient();
            started.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
            started.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
            started.setServerKeyVerifier((session, address, shown) -> {
                AttributeRepository context = session.getConnectionContext();
                HostKey key = context == null ? null : context.getAttribute(HOST_KEY);
                if (key == null) {
                    return false;
                }
                key.shown = KeyUtils.getFingerPrint(BuiltinDigests.sha256, shown);
                return key.isRight();
            });
            CoreModuleProperties.IDLE_TIMEOUT.set(started, SILENCE);
            CoreModuleProperties.NIO2_READ_TIMEOUT.set(started, SILENCE);
            started.start();
            client = started;
        }
        return started;
    }

    @Override
    public synchronized void destroy() {
        SshClient started = client;
        if (started != null) {
            started.stop();
        }
    }
}
