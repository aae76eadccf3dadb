package dev.bellwether.news;

import dev.bellwether.net.Fetched;
import dev.bellwether.net.Fetched.Cause;
import dev.bellwether.talk.Line;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The feeds of the sample mode: {@code sample:NAME} is the resource {@code /sample/feeds/NAME}. */
public final class BundledFeedSource implements FeedSource {
    @Override
    public Fetched fetch(Feed feed, @Nullable FeedState state) {
        String name = feed.address().getSchemeSpecificPart();
        if (!name.matches("[A-Za-z0-9_-]++(\\.[A-Za-z0-9_-]++)*+")) {
            return failed(Cause.REFUSED, name);
        }
        try (InputStream in = BundledFeedSource.class.getResourceAsStream("/sample/feeds/" + name)) {
            return in == null
                    ? failed(Cause.NOT_FOUND, name)
                    : new Fetched.Page(in.readAllBytes(), null, feed.address(), null, null, null, null);
        } catch (IOException e) {
            return failed(Cause.UNREACHABLE, name);
        }
    }

    private static Fetched failed(Cause cause, String name) {
        return new Fetched.Failed(cause, Line.say("feed.sample", name), 0, null);
    }
}
