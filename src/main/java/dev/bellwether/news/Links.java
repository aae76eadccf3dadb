package dev.bellwether.news;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Links as feeds write them: relative, with blanks, with signs that no address may hold. */
final class Links {
    private Links() {}

    /** The absolute http or https address a link leads to; null if it leads nowhere of that kind. */
    static @Nullable URI resolve(@Nullable URI base, @Nullable String link) {
        if (link == null || link.isBlank() || link.length() > 4_000) {
            return null;
        }
        try {
            URI relative = new URI(escaped(link.strip()));
            URI address =
                    base == null || base.isOpaque() ? relative : rooted(base).resolve(relative);
            return isWeb(address) ? address : null;
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }

    /** Java glues {@code https://example.com} and {@code a} to {@code https://example.coma}. */
    private static URI rooted(URI base) {
        return "".equals(base.getRawPath()) ? base.resolve("/") : base;
    }

    private static boolean isWeb(URI address) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        return (scheme.equals("http") || scheme.equals("https")) && address.getHost() != null;
    }

    /** Signs that browsers take and RFC 3986 does not, written as it wants them. */
    private static String escaped(String link) {
        StringBuilder out = new StringBuilder(link.length());
        for (int i = 0; i < link.length(); i++) {
            char c = link.charAt(i);
            if (c == '\n' || c == '\r' || c == '\t') {
                continue;
            }
            boolean loosePercent = c == '%' && !isHex(link, i + 1);
            if (c <= ' ' || "\"<>\\^`{|}".indexOf(c) >= 0 || loosePercent) {
                out.append('%')
                        .append(Integer.toHexString(0x100 | c).substring(1).toUpperCase(Locale.ROOT));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isHex(String text, int at) {
        return at + 1 < text.length()
                && Character.digit(text.charAt(at), 16) >= 0
                && Character.digit(text.charAt(at + 1), 16) >= 0;
    }
}
