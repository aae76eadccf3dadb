package dev.bellwether.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    private static final Addresses PUBLIC_ONLY = new Addresses(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "100.100.100.200",
                "127.0.0.1",
                "127.9.9.9",
                "169.254.169.254",
                "168.63.129.16",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "64:ff9b::a00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::808:808",
                "2002:7f00:1::",
                "2002:c0a8:101::1",
                "2001:db8::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "3fff::1",
                "100::1",
                "5f00::1"
            })
    void an_address_that_is_not_public_is_refused(String address) {
        assertThat(PUBLIC_ONLY.permit(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "169.253.0.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2001:4860:4860::8888",
                "64:ff9b::808:808",
                "2002:808:808::1",
                "::ffff:8.8.8.8"
            })
    void a_public_address_is_permitted(String address) {
        assertThat(PUBLIC_ONLY.permit(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void an_allowed_range_is_permitted_and_its_neighbours_are_not() {
        Addresses addresses = new Addresses(List.of(CidrRange.parse("10.1.0.0/16"), CidrRange.parse("fd12::/16")));

        assertThat(addresses.permit(InetAddress.ofLiteral("10.1.2.3"))).isTrue();
        assertThat(addresses.permit(InetAddress.ofLiteral("::ffff:10.1.2.3"))).isTrue();
        assertThat(addresses.permit(InetAddress.ofLiteral("64:ff9b::a01:203"))).isTrue();
        assertThat(addresses.permit(InetAddress.ofLiteral("fd12::1"))).isTrue();
        assertThat(addresses.permit(InetAddress.ofLiteral("10.2.0.1"))).isFalse();
        assertThat(addresses.permit(InetAddress.ofLiteral("fd13::1"))).isFalse();
    }
}
