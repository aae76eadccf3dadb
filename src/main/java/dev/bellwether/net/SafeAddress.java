package dev.bellwether.net;

import java.net.URI;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How an address is shown to people and written to logs: without what may be a secret. The user part and the fragment are
 * left out; values of the query and parts of the path that look like tokens become an ellipsis.
 */
public final class SafeAddress {
    /** At least 20 characters without a word break, with a digit among them. */
    private static final Pattern TOKEN = Pattern.compile("(?=[^0-9]*[0-9])[A-Za-z0-9_:%=+]{20,}.*|.*:.*");

    private SafeAddress() {}

    /** The address without what may be a secret. */
    public static String of(URI address) {
        if (address.isOpaque()) {
            return "http".equals(address.getScheme()) || "https".equals(address.getScheme())
                    ? address.getScheme() + ":…"
                    : address.toString();
        }
        StringBuilder shown = new StringBuilder();
        if (address.getScheme() != null) {
            shown.append(address.getScheme()).append("://");
        }
        return shown.append(host(address))
                .append(path(address.getRawPath()))
                .append(query(address.getRawQuery()))
                .toString();
    }

    private static String host(URI address) {
        if (address.getHost() == null) {
            return "";
        }
        return address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
    }

    private static String path(@Nullable String path) {
        return path == null
                ? ""
                : Arrays.stream(path.split("/", -1))
                        .map(part -> TOKEN.matcher(part).matches() ? "…" : part)
                        .collect(Collectors.joining("/"));
    }

    private static String query(@Nullable String query) {
        return query == null
                ? ""
                : Arrays.stream(query.split("&", -1))
                        .map(SafeAddress::parameter)
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String parameter(String parameter) {
        int equals = parameter.indexOf('=');
        return equals < 0 ? "…" : parameter.substring(0, equals) + "=…";
    }
}
