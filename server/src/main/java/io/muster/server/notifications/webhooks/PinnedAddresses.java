package io.muster.server.notifications.webhooks;

import java.net.InetAddress;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/// Answers every question for an address with those that were looked up and judged before.
record PinnedAddresses(List<InetAddress> addresses) implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) {
        return addresses.toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
