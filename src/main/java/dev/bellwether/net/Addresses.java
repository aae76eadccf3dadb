package dev.bellwether.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses may be reached: those that are public on the internet, and those the operator allows.
 *
 * <p>Sources: the IANA special-purpose registries for IPv4 and IPv6 (RFC 6890 and its updates), and the addresses on which
 * clouds serve their machines' secrets. Of IPv6 only 2000::/3 is given out to the public; the ways to write an IPv4 address
 * as an IPv6 one (mapped, NAT64, 6to4) are as public as the IPv4 address inside.
 *
 * @param allow ranges that may be reached although they are not public
 */
record Addresses(List<CidrRange> allow) {
    private static final List<CidrRange> NOT_PUBLIC = ranges(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // carrier-grade NAT; also a cloud's metadata
            "127.0.0.0/8", // loopback
            "168.63.129.16/32", // a cloud's metadata
            "169.254.0.0/16", // link-local; also most clouds' metadata
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // 6to4 relays, no longer used
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4", // reserved and broadcast
            "2001::/23", // protocol assignments, Teredo among them
            "2001:db8::/32", // documentation
            "3fff::/20"); // documentation

    private static final CidrRange GLOBAL_IPV6 = CidrRange.parse("2000::/3");
    private static final CidrRange NAT64 = CidrRange.parse("64:ff9b::/96");
    private static final CidrRange SIX_TO_FOUR = CidrRange.parse("2002::/16");

    Addresses {
        allow = List.copyOf(allow);
    }

    /** Whether a connection to this address may be made. */
    boolean permit(InetAddress address) {
        if (in(allow, address)) {
            return true;
        }
        InetAddress inside = embedded(address);
        return inside == null ? isPublic(address) : permit(inside);
    }

    private static boolean isPublic(InetAddress address) {
        return !in(NOT_PUBLIC, address) && (address instanceof Inet4Address || GLOBAL_IPV6.contains(address));
    }

    /** The IPv4 address that an IPv6 address leads to. (Java itself turns mapped ones, ::ffff:0:0/96, into IPv4.) */
    private static @Nullable InetAddress embedded(InetAddress address) {
        if (NAT64.contains(address)) {
            return of(Arrays.copyOfRange(address.getAddress(), 12, 16));
        }
        if (SIX_TO_FOUR.contains(address)) {
            return of(Arrays.copyOfRange(address.getAddress(), 2, 6));
        }
        return null;
    }

    private static boolean in(List<CidrRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static List<CidrRange> ranges(String... texts) {
        return Arrays.stream(texts).map(CidrRange::parse).toList();
    }

    /** The address with these 4 or 16 bytes. */
    static InetAddress of(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes", e);
        }
    }
}
