package dev.bellwether.app.config;

import dev.bellwether.talk.ChatId;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how people reach the bot. */
final class FrontConfigReader {
    private static final URI TELEGRAM = URI.create("https://api.telegram.org");
    private static final List<String> MODES = List.of("poll", "webhook");
    private static final Pattern CHAT = Pattern.compile("(telegram|discord):((?:user:)?-?[0-9]{1,20})");
    private static final Pattern WEBHOOK_PATH = Pattern.compile(".*/telegram/[A-Za-z0-9_-]{1,64}");

    /** What Telegram takes. */
    private static final Pattern WEBHOOK_SECRET = Pattern.compile("[A-Za-z0-9_-]{1,256}");

    /** What the platforms take of a bot that they have not raised, in messages a second. */
    private static final int TELEGRAM_PACE = 30;

    private static final int DISCORD_PACE = 50;

    /** Telegram's paid broadcasts. */
    private static final int HIGHEST_PACE = 1_000;

    private final Readers readers;
    private final List<Problem> problems;

    FrontConfigReader(Readers readers, List<Problem> problems) {
        this.readers = readers;
        this.problems = problems;
    }

    Config.Fronts read(Section section) {
        Section web = section.section("web");
        Config.Web address = web.entry("address").map(this::webAddress).orElse(new Config.Web("127.0.0.1", 8080));
        web.refuseTheRest();
        Config.Telegram telegram = telegram(section.section("telegram"));
        Config.Discord discord = discord(section.section("discord"));
        ChatId operator = section.entry("operator").map(this::chat).orElse(null);
        section.refuseTheRest();
        return new Config.Fronts(address, telegram, discord, operator);
    }

    private @Nullable ChatId chat(Entry entry) {
        Matcher chat = CHAT.matcher(entry.text());
        if (!chat.matches()) {
            readers.problem(
                    entry,
                    "not a chat: " + Readers.quoted(entry)
                            + "; expected telegram:NUMBER, discord:CHANNEL or discord:user:PERSON, such as telegram:123456");
            return null;
        }
        return new ChatId(chat.group(1), chat.group(2));
    }

    private Config.Telegram telegram(Section section) {
        String mode = section.entry("mode")
                .flatMap(entry -> readers.oneOf(entry, MODES))
                .orElse("poll");
        Section webhookSection = section.section("webhook");
        Config.Webhook webhook = webhook(webhookSection, mode.equals("webhook"));
        webhookSection.refuseTheRest();
        Config.Telegram telegram = new Config.Telegram(
                secret(section, "token"),
                section.entry("api").map(this::http).orElse(TELEGRAM),
                webhook,
                pace(section, TELEGRAM_PACE));
        section.refuseTheRest();
        return telegram;
    }

    /** Checked even where it is not used, so that switching to it brings no surprise. */
    private Config.@Nullable Webhook webhook(Section section, boolean used) {
        URI url = section.entry("url").map(this::webhookUrl).orElse(null);
        Secret secret = secret(section, "secret");
        if (secret != null && !WEBHOOK_SECRET.matcher(secret.text()).matches()) {
            problems.add(new Problem(
                    section.where(),
                    section.full("secret"),
                    "has a character that Telegram does not take; use 1 to 256 of A-Z, a-z, 0-9, _ and -"));
        }
        if (!used) {
            return null;
        }
        if (!section.has("url")) {
            problems.add(
                    new Problem(
                            section.where(),
                            section.full("url"),
                            "is missing; in webhook mode Telegram needs an address, such as https://bot.example/telegram/updates"));
        }
        if (secret == null) {
            problems.add(new Problem(
                    section.where(),
                    section.full("secret"),
                    "is missing; make one up, so that only Telegram's calls are taken for Telegram's"));
        }
        return url == null || secret == null ? null : new Config.Webhook(url, secret);
    }

    private @Nullable URI webhookUrl(Entry entry) {
        URI url = http(entry);
        if (url != null && !WEBHOOK_PATH.matcher(url.getPath()).matches()) {
            readers.problem(
                    entry,
                    "not the address of a webhook: " + Readers.quoted(entry)
                            + "; it must end with /telegram/ and a name, such as https://bot.example/telegram/updates");
            return null;
        }
        return url;
    }

    private Config.Discord discord(Section section) {
        Config.Discord discord = new Config.Discord(
                secret(section, "token"),
                section.entry("rest").map(this::http).orElse(null),
                section.entry("gateway")
                        .map(entry -> readers.address(entry, Set.of("ws", "wss")))
                        .orElse(null),
                section.entry("manager-role").map(Entry::text).orElse(null),
                pace(section, DISCORD_PACE),
                section.entry("message-content")
                        .flatMap(entry -> readers.oneOf(entry, List.of("true", "false")))
                        .filter("true"::equals)
                        .isPresent());
        section.refuseTheRest();
        return discord;
    }

    private int pace(Section section, int usual) {
        return section.entry("messages-per-second")
                .map(entry -> readers.number(entry, 1, HIGHEST_PACE, usual))
                .orElse(usual);
    }

    private @Nullable URI http(Entry entry) {
        return readers.address(entry, Set.of("http", "https"));
    }

    /** What a key or the file that it names holds; null if nothing is set. */
    @Nullable
    Secret secret(Section section, String key) {
        Optional<String> inFile = section.entry(key + "-file")
                .map(entry -> Overrides.contentOf(readers.path(entry), entry.where(), entry.key(), problems));
        return section.entry(key)
                .map(Entry::text)
                .or(() -> inFile)
                .filter(text -> !text.isBlank())
                .map(Secret::new)
                .orElse(null);
    }

    private Config.Web webAddress(Entry entry) {
        String text = entry.text();
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? "" : text.substring(0, colon).replaceAll("^\\[|\\]$", "");
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            if (!host.isEmpty() && port >= 0 && port <= 65_535) {
                return new Config.Web(host, port);
            }
        } catch (NumberFormatException e) {
            // falls through to the problem, which says more than the exception
        }
        readers.problem(
                entry, "not an address: " + Readers.quoted(entry) + "; expected HOST:PORT, such as 127.0.0.1:8080");
        return new Config.Web("127.0.0.1", 8080);
    }
}
