package dev.bellwether.quote;

import dev.bellwether.net.Fetch;
import dev.bellwether.net.Fetched;
import dev.bellwether.net.Web;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Gets pages of price services, and is the one place where what the web answered becomes what a price source answers. */
record Download(Web web, Origin origin) {

    /** Makes something of the text of a page. */
    interface Reader<T> {
        Priced<T> read(String text) throws NotPricesException;
    }

    /** A code as part of an address; nothing in it can end the part. */
    static String encoded(String code) {
        return URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20");
    }

    <T> Priced<T> read(URI address, String accept, Reader<T> reader) {
        return switch (web.get(Fetch.of(address, accept))) {
            case Fetched.Page page -> text(new String(page.body(), StandardCharsets.UTF_8), reader);
            case Fetched.NotModified _ -> origin.unreadable("no page");
            case Fetched.Failed failed -> failed(failed);
        };
    }

    private <T> Priced<T> text(String text, Reader<T> reader) {
        try {
            String start = text.stripLeading();
            if (start.startsWith("<")) {
                throw new NotPricesException("a web page");
            }
            if (start.isEmpty()) {
                throw new NotPricesException("an empty page");
            }
            return reader.read(text);
        } catch (NotPricesException e) {
            return origin.unreadable(e.what());
        }
    }

    private <T> Priced<T> failed(Fetched.Failed failed) {
        String symbol = origin.listing().symbol();
        Priced.Cause cause = cause(failed.cause());
        String message = switch (cause) {
            case UNKNOWN_SYMBOL -> origin.<T>unknown().message();
            case DENIED ->
                "refuses to give prices of " + symbol + status(failed)
                        + "; check the source's settings or take it out of prices.order.";
            case RATE_LIMITED -> "was asked for " + symbol + " too often; it is left alone for a while.";
            case SERVER_ERROR ->
                "has a fault of its own when asked for " + symbol + status(failed) + "; try again later.";
            case UNREACHABLE ->
                (failed.cause() == Fetched.Cause.TIMED_OUT ? "is too slow" : "can't be reached") + " when asked for "
                        + symbol + "; try again later.";
            default ->
                "gave no prices of " + symbol + " but something unexpected" + status(failed)
                        + "; tell who runs this bot.";
        };
        String sentence = cause == Priced.Cause.UNKNOWN_SYMBOL ? message : origin.shown() + " " + message;
        return new Priced.Unavailable<>(origin.name(), cause, sentence, failed.retryAfter());
    }

    private static String status(Fetched.Failed failed) {
        return failed.status() == 0 ? "" : " (status " + failed.status() + ")";
    }

    private static Priced.Cause cause(Fetched.Cause cause) {
        return switch (cause) {
            case UNREACHABLE, TIMED_OUT -> Priced.Cause.UNREACHABLE;
            case REFUSED, DENIED -> Priced.Cause.DENIED;
            case NOT_FOUND -> Priced.Cause.UNKNOWN_SYMBOL;
            case RATE_LIMITED -> Priced.Cause.RATE_LIMITED;
            case SERVER_ERROR -> Priced.Cause.SERVER_ERROR;
            case TOO_LARGE, REDIRECTED_TOO_OFTEN, UNEXPECTED -> Priced.Cause.UNREADABLE;
        };
    }
}
