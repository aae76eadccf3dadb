package dev.bellwether.quote;

import java.util.ArrayList;
import java.util.List;

/** Writes answers in the shape of Yahoo's chart service; all numbers are our own. */
final class YahooAnswer {
    private final List<String> times = new ArrayList<>();
    private final List<String> opens = new ArrayList<>();
    private final List<String> highs = new ArrayList<>();
    private final List<String> lows = new ArrayList<>();
    private final List<String> closes = new ArrayList<>();
    private final List<String> volumes = new ArrayList<>();
    private final List<String> meta = new ArrayList<>();

    YahooAnswer meta(String name, String json) {
        meta.add("\"" + name + "\":" + json);
        return this;
    }

    YahooAnswer session(long start, long end) {
        return meta(
                "currentTradingPeriod",
                "{\"pre\":{\"start\":1,\"end\":2},\"regular\":{\"timezone\":\"EST\",\"start\":" + start + ",\"end\":"
                        + end + ",\"gmtoffset\":-18000}}");
    }

    YahooAnswer bar(long time, String open, String high, String low, String close, String volume) {
        times.add(Long.toString(time));
        opens.add(open);
        highs.add(high);
        lows.add(low);
        closes.add(close);
        volumes.add(volume);
        return this;
    }

    String json() {
        String series = times.isEmpty() ? "" : "\"timestamp\":[" + String.join(",", times) + "],";
        String quote = times.isEmpty()
                ? "{}"
                : "{\"volume\":" + volumes + ",\"close\":" + closes + ",\"open\":" + opens + ",\"low\":" + lows
                        + ",\"high\":" + highs + "}";
        return "{\"chart\":{\"result\":[{\"meta\":{" + String.join(",", meta) + "}," + series
                + "\"indicators\":{\"quote\":[" + quote + "]}}],\"error\":null}}";
    }
}
