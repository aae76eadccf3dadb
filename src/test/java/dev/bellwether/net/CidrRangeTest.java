package dev.bellwether.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrRangeTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.0/8, 127.255.255.255, true",
        "127.0.0.0/8, 128.0.0.0, false",
        "192.168.1.64/26, 192.168.1.127, true",
        "192.168.1.64/26, 192.168.1.128, false",
        "10.1.2.3, 10.1.2.3, true",
        "10.1.2.3, 10.1.2.4, false",
        "0.0.0.0/0, 255.255.255.255, true",
        "0.0.0.0/0, ::1, false",
        "fd00::/8, fdff::1, true",
        "fd00::/8, fe00::1, false",
        "::1/128, ::1, true",
        "::/0, 1.2.3.4, false"
    })
    void a_range_holds_the_addresses_that_share_its_prefix(String range, String address, boolean inside) {
        assertThat(CidrRange.parse(range).contains(InetAddress.ofLiteral(address)))
                .isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "localhost/8",
                "example.com",
                "127.1/8",
                "1.2.3.400/8",
                "10.0.0.0/",
                "10.0.0.0/x",
                "10.0.0.0/-1",
                "10.0.0.0/33",
                "fd00::/129",
                "fe80::1%eth0/64",
                "[::1]/128",
                "10.0.0.0/8/8",
                "::1::/64"
            })
    void what_is_not_a_range_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CidrRange.parse(text));
    }

    @Test
    void bits_behind_the_prefix_are_refused_with_the_range_that_was_meant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CidrRange.parse("10.0.0.5/8"))
                .withMessageContaining("write 10.0.0.0/8");
    }

    @Test
    void a_range_is_written_as_it_is_read() {
        assertThat(CidrRange.parse("172.16.0.0/12")).hasToString("172.16.0.0/12");
    }
}
