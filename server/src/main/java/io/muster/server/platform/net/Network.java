package io.muster.server.platform.net;

import java.net.InetAddress;

/// A range of addresses, written `10.0.0.0/8` or `fd00::/8`; a single address without the slash.
///
/// @param bits how many bits at the beginning all its addresses share
record Network(InetAddress base, int bits) {

    /// @throws IllegalArgumentException when it is written otherwise
    static Network parse(String text) {
        String[] parts = text.strip().split("/", 2);
        InetAddress base = InetAddress.ofLiteral(parts[0]);
        int most = base.getAddress().length * Byte.SIZE;
        int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException("Not a network: " + text);
        }
        return new Network(base, bits);
    }

    boolean holds(InetAddress address) {
        byte[] mine = base.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((mine[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
