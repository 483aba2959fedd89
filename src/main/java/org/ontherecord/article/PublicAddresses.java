package org.ontherecord.article;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses belong to the public internet. Everything else is refused, also where it hides in another family: an
 * IPv4 address inside NAT64, 6to4 or Teredo could lead into the house.
 */
final class PublicAddresses {

    private static final List<Block> NOT_PUBLIC = Arrays.stream(
                    ("0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 "
                                    + "192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 "
                                    + "198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 "
                                    + "2001::/23 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20")
                            .split(" "))
            .map(Block::of)
            .toList();
    /** In IPv6 only this block is handed out for the internet; loopback, private, link-local and NAT64 lie outside it. */
    private static final Block GLOBAL_UNICAST = Block.of("2000::/3");

    private PublicAddresses() {}

    static boolean contains(InetAddress address) {
        boolean v4 = address instanceof Inet4Address;
        return (v4 || GLOBAL_UNICAST.holds(address)) && NOT_PUBLIC.stream().noneMatch(block -> block.holds(address));
    }

    private record Block(byte[] network, int bits) {

        static Block of(String written) {
            String[] parts = written.split("/");
            try {
                return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException neverForALiteral) {
                throw new IllegalStateException(written, neverForALiteral);
            }
        }

        boolean holds(InetAddress address) {
            byte[] bytes = address.getAddress();
            if (bytes.length != network.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((bytes[bit / 8] & mask) != (network[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
