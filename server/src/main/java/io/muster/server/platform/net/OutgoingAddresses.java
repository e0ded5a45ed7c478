package io.muster.server.platform.net;

import io.muster.server.platform.MusterProperties;
import io.muster.server.platform.StartRefusedException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// Finds the addresses of hosts that tenants have named, and refuses those that lead inward unless
/// the operator has named their network.
///
/// Connect to what it answers and do not look the name up again: the next answer of a name server
/// may be another one.
@Component
public class OutgoingAddresses {
    private final List<Network> named;

    /// @throws StartRefusedException when a network is written in a way that cannot be read
    OutgoingAddresses(MusterProperties properties) {
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
    }

    /// @return one at least
    /// @throws AddressRefusedException when one of its addresses is neither public nor named
    /// @throws UnknownHostException when it has none
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        List<InetAddress> addresses = List.of(InetAddress.getAllByName(host));
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

    /// The host of an address, without the brackets of an address of version 6.
    public static String host(URI address) {
        return String.valueOf(address.getHost()).replaceAll("[\\[\\]]", "");
    }

    /// Whether the operator trusts the way to an address.
    public boolean isNamed(InetAddress address) {
        return named.stream().anyMatch(network -> network.holds(address));
    }
}
