package io.muster.server.platform.net;

import io.muster.server.platform.MusterProperties;
import io.muster.server.platform.StartRefusedException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Finds the addresses of hosts that tenants have named, and refuses those that lead inward unless
/// the operator has named their network.
///
/// Connect to what it answers and do not look the name up again: the next answer of a name server
/// may be another one.
@Component
public class OutgoingAddresses {
    private final List<Network> named;
    private final NameServer names;

    /// Tells the addresses of a host.
    public interface NameServer {
        List<InetAddress> lookUp(String host) throws UnknownHostException;
    }

    /// @throws StartRefusedException when a network is written in a way that cannot be read
    @Autowired
    OutgoingAddresses(MusterProperties properties) {
        this(properties, host -> List.of(InetAddress.getAllByName(host)));
    }

    public OutgoingAddresses(MusterProperties properties, NameServer names) {
        List<Network> read = new ArrayList<>();
        for (String network : properties.outgoing().networks()) {
            try {
                read.add(Network.parse(network));
            } catch (IllegalArgumentException e) {
                throw new StartRefusedException(
                        "MUSTER_OUTGOING_NETWORKS names “" + network + "”, which is no network.",
                        "Write networks as 10.1.0.0/16 or fd12::/16, with commas between them.");
            }
        }
        this.named = List.copyOf(read);
        this.names = names;
    }

    /// @return one at least
    /// @throws AddressRefusedException when one of its addresses is neither public nor named
    /// @throws UnknownHostException when it has none
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        List<InetAddress> addresses = names.lookUp(host);
        for (InetAddress address : addresses) {
            if (!PublicAddresses.hold(address) && !isNamed(address)) {
                throw new AddressRefusedException(
                        host
                                + " leads to an address that is not public. If it should be reached, the"
                                + " operator can name its network in MUSTER_OUTGOING_NETWORKS.");
            }
        }
        return addresses;
    }

    /// As [#resolve(String)], and without `https` only if the operator trusts the whole way.
    ///
    /// @return one at least
    /// @throws AddressRefusedException when one of its addresses is neither public nor named, or
    ///   others could read along
    /// @throws UnknownHostException when it has none
    public List<InetAddress> resolve(URI address) throws UnknownHostException {
        List<InetAddress> addresses = resolve(host(address));
        if (!"https".equalsIgnoreCase(address.getScheme())
                && !addresses.stream().allMatch(this::isNamed)) {
            throw new AddressRefusedException(
                    "The address begins with http://, so anybody on the way could read along. Use https://.");
        }
        return addresses;
    }

    /// Without the brackets of an address of version 6.
    private static String host(URI address) {
        return String.valueOf(address.getHost()).replaceAll("[\\[\\]]", "");
    }

    /// Whether the operator trusts the way to an address.
    private boolean isNamed(InetAddress address) {
        return named.stream().anyMatch(network -> network.holds(address));
    }
}
