package dev.bellwether.net;

import java.net.InetAddress;

/**
 * A range of IP addresses in CIDR notation (RFC 4632, RFC 4291), such as {@code 127.0.0.0/8} or {@code fd00::/8}.
 *
 * @param base the first address of the range
 * @param prefix how many leading bits all addresses of the range share with {@code base}
 */
public record CidrRange(InetAddress base, int prefix) {
    /** @throws IllegalArgumentException if the prefix is impossible or {@code base} is not the first address of its range */
    public CidrRange {
        int bits = base.getAddress().length * 8;
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException("the part after '/' must be 0 to " + bits + ", not " + prefix);
        }
        if (!first(base, prefix).equals(base)) {
            throw new IllegalArgumentException(base.getHostAddress() + "/" + prefix + " has bits behind the prefix; "
                    + "write " + first(base, prefix).getHostAddress() + "/" + prefix);
        }
    }

    /**
     * Reads {@code 10.0.0.0/8}, {@code fd00::/8}, or a single address. No name is ever looked up.
     *
     * @throws IllegalArgumentException with one sentence for the operator if it is not a range
     */
    public static CidrRange parse(String text) {
        int slash = text.indexOf('/');
        InetAddress base = literal(slash < 0 ? text : text.substring(0, slash), text);
        if (slash < 0) {
            return new CidrRange(base, base.getAddress().length * 8);
        }
        String bits = text.substring(slash + 1);
        if (!bits.matches("[0-9]{1,3}")) {
            throw notARange(text);
        }
        return new CidrRange(base, Integer.parseInt(bits));
    }

    /** Whether an address lies in the range; an IPv4 range holds no IPv6 address and the other way round. */
    public boolean contains(InetAddress address) {
        return address.getAddress().length == base.getAddress().length
                && first(address, prefix).equals(base);
    }

    @Override
    public String toString() {
        return base.getHostAddress() + "/" + prefix;
    }

    private static InetAddress literal(String address, String text) {
        boolean fourNumbers = address.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
        boolean colons = address.indexOf(':') >= 0 && address.indexOf('%') < 0 && address.indexOf('[') < 0;
        if (!fourNumbers && !colons) {
            throw notARange(text);
        }
        try {
            return InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException e) {
            throw notARange(text);
        }
    }

    private static IllegalArgumentException notARange(String text) {
        return new IllegalArgumentException(
                "'" + text + "' is not a range of addresses; write it like 192.168.1.0/24 or fd00::/8");
    }

    private static InetAddress first(InetAddress address, int prefix) {
        byte[] bytes = address.getAddress();
        for (int bit = prefix; bit < bytes.length * 8; bit++) {
            bytes[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
        }
        return Addresses.of(bytes);
    }
}
