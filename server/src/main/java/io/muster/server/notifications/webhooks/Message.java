package io.muster.server.notifications.webhooks;

import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A message as it goes out, signed by each secret that is valid.
///
/// @param at the time that the signature is for
/// @param signatures of all secrets, in the form of the header
record Message(URI to, UUID id, Instant at, String body, String signatures) {

    /// @param secrets the present one, and the former one as long as it signs too
    static Message signed(URI to, UUID id, Instant at, String body, List<String> secrets) {
        return new Message(
                to,
                id,
                at,
                body,
                String.join(
                        " ",
                        secrets.stream().map(secret -> signature(secret, id, at, body)).toList()));
    }

    private static String signature(String secret, UUID id, Instant at, String body) {
        try {
            return new com.standardwebhooks.Webhook(secret)
                    .sign(id.toString(), at.getEpochSecond(), body);
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Leaves out what is secret.
    @Override
    public String toString() {
        return "message " + id + " to " + to.getHost();
    }
}
