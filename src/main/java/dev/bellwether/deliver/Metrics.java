package dev.bellwether.deliver;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** Numbers for Prometheus: since the start of the process what is counted, at the moment of asking what is measured. */
public final class Metrics {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /** All numbers in Prometheus' text format. */
    public String scrape() {
        return registry.scrape();
    }

    /** A number that is asked for at each scrape. */
    public void gauge(String name, String help, Supplier<Number> value) {
        Gauge.builder("bellwether." + name, value).description(help).register(registry);
    }

    /** The same for one front. */
    void gauge(String name, String help, String front, Supplier<Number> value) {
        Gauge.builder("bellwether." + name, value)
                .description(help)
                .tag("front", front)
                .register(registry);
    }

    void posted(boolean fresh) {
        registry.counter("bellwether.notices", "kept", Boolean.toString(fresh)).increment();
    }

    void ended(String front, Change.End end) {
        registry.counter(
                        "bellwether.envelopes",
                        "front",
                        front,
                        "end",
                        end.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    void failed(String front, boolean perhaps) {
        registry.counter("bellwether.failures", "front", front, "perhaps", Boolean.toString(perhaps))
                .increment();
    }

    void paused(String front) {
        registry.counter("bellwether.pauses", "front", front).increment();
    }

    void sent(String front, Duration took) {
        Timer.builder("bellwether.send")
                .description("How long calls to the platform took, from the first to the last message of an envelope")
                .tag("front", front)
                .register(registry)
                .record(took);
    }
}
