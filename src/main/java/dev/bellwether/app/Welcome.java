package dev.bellwether.app;

import dev.bellwether.app.config.Config;
import dev.bellwether.app.config.Mode;
import java.util.ArrayList;
import java.util.List;

/** What the bot says when it starts. */
final class Welcome {
    private Welcome() {}

    static String text(Config config, int port) {
        String host = config.fronts().web().host();
        StringBuilder text = new StringBuilder();
        text.append("Bellwether ").append(Version.number()).append(" runs");
        text.append(config.mode() == Mode.SAMPLE ? " with sample data, a made-up January 2026.\n" : ".\n");
        text.append("Data    ").append(config.data()).append('\n');
        text.append("Health  http://")
                .append(host.contains(":") ? "[" + host + "]" : host)
                .append(':')
                .append(port)
                .append("/health\n");
        String fronts = fronts(config.fronts());
        if (!fronts.isEmpty()) {
            text.append("Fronts  ").append(fronts).append("; how they are: /status\n");
        }
        text.append("Try /baba, /news or /help; Ctrl-D leaves. This is no advice: prices can be late or wrong.\n\n");
        return text.toString();
    }

    private static String fronts(Config.Fronts fronts) {
        List<String> names = new ArrayList<>();
        if (fronts.discord().token() != null) {
            names.add("Discord");
        }
        if (fronts.telegram().token() != null) {
            names.add("Telegram");
        }
        return String.join(", ", names);
    }
}
