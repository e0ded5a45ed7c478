package io.muster.server.platform.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.255.255.255",
                "100.64.0.1",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.168.1.1",
                "198.19.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::7f00:1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "fc00::1",
                "fd12:3456::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void leadInward(String address) {
        assertThat(PublicAddresses.hold(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450::1"
            })
    void areAnybodys(String address) {
        assertThat(PublicAddresses.hold(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void networksHoldWhatSharesTheirBeginning() {
        Network network = Network.parse(" 10.1.2.0/23 ");
        assertThat(network.holds(InetAddress.ofLiteral("10.1.3.255"))).isTrue();
        assertThat(network.holds(InetAddress.ofLiteral("10.1.4.0"))).isFalse();
        assertThat(network.holds(InetAddress.ofLiteral("::10.1.2.0"))).isFalse();
        assertThat(Network.parse("fd00::5").holds(InetAddress.ofLiteral("fd00::5"))).isTrue();
        assertThat(Network.parse("fd00::5").holds(InetAddress.ofLiteral("fd00::6"))).isFalse();
        for (String text :
                new String[] {"10.0.0.0/33", "10.0.0.0/-1", "example.org", "10.0.0.0/x"}) {
            assertThatThrownBy(() -> Network.parse(text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
