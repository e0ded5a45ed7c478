package io.muster.server.notifications.webhooks;

import io.muster.server.notifications.webhooks.SendOutcome.Accepted;
import io.muster.server.notifications.webhooks.SendOutcome.Declined;
import io.muster.server.notifications.webhooks.SendOutcome.Unanswered;
import io.muster.server.platform.MusterProperties;
import io.muster.server.platform.WorkerThread;
import io.muster.server.platform.net.AddressRefusedException;
import io.muster.server.platform.net.OutgoingAddresses;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Sends messages to receivers that may be slow, broken or malicious: to public addresses only,
/// looked up once, without following redirects, in bounded time, and without reading more than the
/// beginning of the answer.
@Component
class WebhookSender implements DisposableBean {
    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final int MOST_BYTES = 1_000;
    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_LINE = 8_192;

    private final OutgoingAddresses addresses;
    private final Duration timeout;
    private final TlsSocketStrategy tls = DefaultClientTlsStrategy.createDefault();
    private final ScheduledExecutorService alarm =
            Executors.newSingleThreadScheduledExecutor(
                    WorkerThread.factory("muster-webhook-alarm"));

    WebhookSender(OutgoingAddresses addresses, MusterProperties properties) {
        this.addresses = addresses;
        this.timeout = properties.webhooks().timeout();
    }

    @Override
    public void destroy() {
        alarm.shutdownNow();
    }

    SendOutcome send(Message message) {
        URI to = message.to();
        try {
            List<InetAddress> pinned = addresses.resolve(to);
            try (CloseableHttpClient client = client(pinned)) {
                return send(client, message);
            }
        } catch (AddressRefusedException e) {
            return new Unanswered(e.getMessage() + "");
        } catch (UnknownHostException e) {
            return new Unanswered("The name of the host leads nowhere. Check the address.");
        } catch (SSLException e) {
            return new Unanswered(
                    "There was no secure connection. Check the receiver's certificate.");
        } catch (IOException e) {
            return new Unanswered(
                    e instanceof SocketTimeoutException
                            ? tooSlow()
                            : "There was no connection, or it broke. Check that the receiver runs.");
        }
    }

    private SendOutcome send(CloseableHttpClient client, Message message) throws IOException {
        var post = new HttpPost(message.to());
        post.setHeader("webhook-id", message.id().toString());
        post.setHeader("webhook-timestamp", Long.toString(message.at().getEpochSecond()));
        post.setHeader("webhook-signature", message.signatures());
        post.setEntity(new StringEntity(message.body(), ContentType.APPLICATION_JSON));
        var late = new AtomicBoolean();
        var rings =
                alarm.schedule(
                        () -> {
                            late.set(true);
                            post.cancel();
                        },
                        timeout.toMillis(),
                        TimeUnit.MILLISECONDS);
        try {
            ClassicHttpResponse answer = client.executeOpen(null, post, null);
            try {
                return outcome(answer.getCode(), beginning(answer));
            } finally {
                // Closing would read the rest first, which may have no end.
                post.cancel();
                Closer.closeQuietly(answer);
            }
        } catch (IOException e) {
            if (late.get()) {
                return new Unanswered(tooSlow());
            }
            throw e;
        } finally {
            rings.cancel(false);
        }
    }

    private static SendOutcome outcome(int code, String text) {
        return code >= 200 && code < 300 ? new Accepted(code, text) : new Declined(code, text);
    }

    private static String beginning(ClassicHttpResponse answer) throws IOException {
        HttpEntity body = answer.getEntity();
        if (body == null) {
            return "";
        }
        InputStream in = body.getContent();
        String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        return text.replace("\0", "").strip();
    }

    private CloseableHttpClient client(List<InetAddress> pinned) {
        var connections =
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new PinnedAddresses(pinned))
                        .setTlsSocketStrategy(tls)
                        .setConnectionFactory(
                                ManagedHttpClientConnectionFactory.builder()
                                        .http1Config(
                                                Http1Config.custom()
                                                        .setMaxHeaderCount(MOST_HEADERS)
                                                        .setMaxLineLength(LONGEST_LINE)
                                                        .build())
                                        .build())
                        .setDefaultConnectionConfig(
                                ConnectionConfig.custom()
                                        .setConnectTimeout(CONNECT)
                                        .setSocketTimeout(Timeout.of(timeout))
                                        .build())
                        .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setUserAgent("Muster")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    private String tooSlow() {
        return "There was no whole answer within %d s. Answer at once, and work afterwards."
                .formatted(timeout.toSeconds());
    }
}
