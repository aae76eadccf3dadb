package dev.bellwether.quote;

import dev.bellwether.net.Fetch;
import dev.bellwether.net.Fetched;
import dev.bellwether.net.Web;
import dev.bellwether.talk.Line;
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
            case Fetched.NotModified _ -> origin.unreadable(Line.say("source.what.none"));
            case Fetched.Failed failed -> failed(failed);
        };
    }

    private <T> Priced<T> text(String text, Reader<T> reader) {
        try {
            String start = text.stripLeading();
            if (start.startsWith("<")) {
                throw new NotPricesException(Line.say("source.what.page"));
            }
            if (start.isEmpty()) {
                throw new NotPricesException(Line.say("source.what.empty"));
            }
            return reader.read(text);
        } catch (NotPricesException e) {
            return origin.unreadable(e.what());
        }
    }

    private <T> Priced<T> failed(Fetched.Failed failed) {
        String source = origin.shown();
        String symbol = origin.listing().symbol();
        Priced.Cause cause = cause(failed.cause());
        Line message = switch (cause) {
            case UNKNOWN_SYMBOL -> origin.<T>unknown().message();
            case DENIED -> Line.say("source.denied", source, symbol, status(failed));
            case RATE_LIMITED -> Line.say("source.limited", source, symbol);
            case SERVER_ERROR -> Line.say("source.faulty", source, symbol, status(failed));
            case UNREACHABLE ->
                failed.cause() == Fetched.Cause.TIMED_OUT
                        ? Line.say("source.late", source, symbol)
                        : Line.say("source.unreachable", source, symbol);
            default -> Line.say("source.unexpected", source, symbol, status(failed));
        };
        return new Priced.Unavailable<>(origin.name(), cause, message, failed.retryAfter());
    }

    private static Line status(Fetched.Failed failed) {
        return failed.status() == 0 ? Line.empty() : Line.say("source.status", failed.status());
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
