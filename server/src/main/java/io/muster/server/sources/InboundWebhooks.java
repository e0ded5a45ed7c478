package io.muster.server.sources;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.muster.server.platform.MusterProperties;
import io.muster.server.platform.secrets.InstallationKey;
import io.muster.server.platform.secrets.SigningSecret;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.ProblemKind;
import io.muster.server.sources.store.SourceStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Webhooks that sources send, signed as Standard Webhooks has it: by a secret that only the two
/// sides know, over the name of the message, its time and its body.
@Component
public class InboundWebhooks {
    /// The headers that a signature stands in.
    public static final List<String> HEADERS =
            List.of("webhook-id", "webhook-timestamp", "webhook-signature");

    private static final int LONGEST_ID = 255;
    private static final ProblemKind UNSIGNED =
            new ProblemKind("signature-refused", 401, "The signature was refused");

    private final TenantTransactions transactions;
    private final SourceStore store;
    private final InstallationKey key;
    private final MusterProperties properties;

    InboundWebhooks(
            TenantTransactions transactions,
            SourceStore store,
            InstallationKey key,
            MusterProperties properties) {
        this.transactions = transactions;
        this.store = store;
        this.key = key;
        this.properties = properties;
    }

    /// Makes a secret, in place of one that is there.
    ///
    /// @return the secret, which is nowhere else to be read
    public String open(TenantId tenant, Source source) {
        String secret = SigningSecret.next();
        byte[] sealed = key.of(tenant.value()).seal(secret);
        transactions.run(tenant, () -> store.setSecret(tenant, source.id(), sealed));
        return secret;
    }

    /// Takes none any more.
    public void close(TenantId tenant, Source source) {
        transactions.run(tenant, () -> store.setSecret(tenant, source.id(), null));
    }

    /// Where the source sends them.
    public String address(TenantId tenant, Source source) {
        return base() + "/api/v1/inbound/" + tenant + "/" + source.id();
    }

    /// Where the source pushes to with a key.
    public String pushAddress(Source source) {
        return base() + "/api/v1/sources/" + source.key() + "/contacts";
    }

    private String base() {
        return properties.baseUrl().toString().replaceAll("/+$", "");
    }

    /// The source that has signed a message.
    ///
    /// @param headers those of [#HEADERS] that came, by their names in lower case
    /// @throws ApiProblem 401 when it is not signed by the source's secret, or not of these
    ///   minutes. Whether there is such a source is not told
    public Source verified(TenantId tenant, UUID id, Map<String, String> headers, String body) {
        Source source = transactions.call(tenant, () -> store.find(tenant, id)).orElse(null);
        byte[] sealed = source == null ? null : source.webhookSecret();
        if (source == null || sealed == null || !isNamed(headers)) {
            throw refused();
        }
        try {
            new Webhook(key.of(tenant.value()).open(sealed)).verify(body, headers(headers));
            return source;
        } catch (WebhookVerificationException | EmptyWebhookSecretException e) {
            throw refused();
        }
    }

    private static boolean isNamed(Map<String, String> headers) {
        String name = headers.getOrDefault("webhook-id", "");
        return !name.isBlank()
                && name.length() <= LONGEST_ID
                && headers.keySet().containsAll(HEADERS);
    }

    private static HttpHeaders headers(Map<String, String> headers) {
        return HttpHeaders.of(
                headers.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, header -> List.of(header.getValue()))),
                (name, value) -> true);
    }

    private static ApiProblem refused() {
        return new ApiProblem(
                UNSIGNED,
                "Sign the message with the secret of this address and the present time, as Standard Webhooks has it.");
    }
}
