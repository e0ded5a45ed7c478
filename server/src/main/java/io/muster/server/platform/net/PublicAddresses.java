package io.muster.server.platform.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/// Tells addresses that anybody on the internet has from those that lead inward: to this machine,
/// its neighbours, its cloud's metadata, or through a gateway to any of them.
final class PublicAddresses {
    private static final List<Network> NOT_PUBLIC_4 =
            networks(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4");

    private static final Network GLOBAL_6 = Network.parse("2000::/3");

    /// Tunnels, which may end at any address of version 4, and what is for books only.
    private static final List<Network> NOT_PUBLIC_6 =
            networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private PublicAddresses() {}

    /// Addresses of version 4 in the clothes of version 6 are those of version 4.
    static boolean hold(InetAddress address) {
        return address instanceof Inet4Address
                ? NOT_PUBLIC_4.stream().noneMatch(network -> network.holds(address))
                : GLOBAL_6.holds(address)
                        && NOT_PUBLIC_6.stream().noneMatch(network -> network.holds(address));
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(Network::parse).toList();
    }
}
