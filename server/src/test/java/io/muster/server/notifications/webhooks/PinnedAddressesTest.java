package io.muster.server.notifications.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.imports.ImportTest;
import io.muster.server.platform.net.OutgoingAddresses;
import io.muster.server.platform.secrets.SigningSecret;
import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// A name server that changes its mind.
class PinnedAddressesTest extends ImportTest {

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
        var sender = new WebhookSender(addresses, properties);
        try (Receiver receiver = new Receiver()) {
            URI to = URI.create(receiver.url().replace("127.0.0.1", "moving.test"));
            var message =
                    Message.signed(
                            to,
                            UUID.randomUUID(),
                            Instant.now(),
                            "{}",
                            List.of(SigningSecret.next()));

            assertThat(sender.send(message)).isInstanceOf(SendOutcome.Accepted.class);

            assertThat(asked).hasValue(1);
            assertThat(receiver.got()).hasSize(1);
        } finally {
            sender.destroy();
        }
    }
}
