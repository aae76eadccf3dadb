package dev.bellwether.news;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From the bytes of an RSS feed to items with clean text, beside Rome alone on the same bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FeedParserBenchmark {
    private static final URI ADDRESS = URI.create("https://example.com/feed");

    @Param({"30", "200"})
    private int items;

    private byte[] feed = {};

    /** Items as publishers write them: markup in the description, an entity, a date. */
    @Setup
    public void write() {
        StringBuilder xml =
                new StringBuilder("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Bench</title>");
        for (int i = 0; i < items; i++) {
            xml.append("<item><title>Alibaba &amp; peers, part ")
                    .append(i)
                    .append("</title><guid>id-")
                    .append(i);
            xml.append("</guid><link>https://example.com/").append(i);
            xml.append("</link><pubDate>Fri, 02 Jan 2026 22:00:00 GMT</pubDate><description><![CDATA[");
            for (int j = 0; j < 6; j++) {
                xml.append("<p>The shares of <b>Alibaba</b> (NYSE: BABA) rose 6.2% to $152.40 in heavy volume.</p>");
            }
            xml.append("]]></description></item>");
        }
        feed = xml.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** All that we do. */
    @Benchmark
    public ParsedFeed ours() {
        return new FeedParser().parse(feed, "application/rss+xml", ADDRESS);
    }

    /** Rome alone, which leaves the markup in. */
    @Benchmark
    public SyndFeed romeAlone() throws FeedException {
        return new SyndFeedInput().build(new InputStreamReader(new ByteArrayInputStream(feed), StandardCharsets.UTF_8));
    }
}
