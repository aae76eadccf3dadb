package dev.bellwether.bot.telegram;

import dev.bellwether.command.StatusPart;
import java.util.ArrayList;
import java.util.List;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.WebhookInfo;

/** What {@code ./bot check} says of Telegram: a line each for token, groups, the way updates come, and the command lists. */
record TelegramCheck(TelegramSettings settings, Wire wire, CommandLists lists) {
    private static final String NAME = "Telegram";

    List<StatusPart> run() {
        List<StatusPart> parts = new ArrayList<>();
        try {
            User me = wire.ask(client -> client.executeAsync(new GetMe()));
            parts.add(StatusPart.ok(NAME, "the token is valid; the bot is @" + me.getUserName()));
            parts.add(groups(me));
            parts.add(way());
            parts.add(commands());
        } catch (Failure e) {
            parts.add(StatusPart.down(
                    parts.isEmpty() ? NAME : NAME + " updates",
                    e.isWrongToken() ? PollWatch.wrongToken() : "the Bot API can't be asked: " + e.text()));
        }
        return parts;
    }

    private static StatusPart groups(User me) {
        String inline = Boolean.TRUE.equals(me.getSupportInlineQueries())
                ? "inline mode is on"
                : "inline mode is off (@BotFather, /setinline)";
        if (!Boolean.TRUE.equals(me.getCanJoinGroups())) {
            return StatusPart.trouble(
                    NAME + " groups", "the bot may not join groups (@BotFather, /setjoingroups); " + inline);
        }
        String privacy = Boolean.TRUE.equals(me.getCanReadAllGroupMessages())
                ? "privacy mode is off, so it is sent every message; commands would do (@BotFather, /setprivacy)"
                : "privacy mode is on, so it sees commands only";
        return StatusPart.ok(NAME + " groups", privacy + "; " + inline);
    }

    private StatusPart way() throws Failure {
        WebhookInfo info = wire.ask(client -> client.executeAsync(new GetWebhookInfo()));
        String url = info.getUrl() == null ? "" : info.getUrl();
        TelegramSettings.Webhook webhook = settings.webhook();
        String name = NAME + " updates";
        if (webhook == null) {
            return url.isEmpty()
                    ? StatusPart.ok(name, "by polling")
                    : StatusPart.trouble(name, "a webhook is set; it is taken away at the next start");
        }
        if (!url.equals(webhook.address().toString())) {
            return StatusPart.trouble(name, "the webhook is not set yet; it is at the next start");
        }
        return info.getLastErrorMessage() == null
                ? StatusPart.ok(name, "by webhook")
                : StatusPart.trouble(name, "Telegram could not deliver to the webhook: " + info.getLastErrorMessage());
    }

    private StatusPart commands() throws Failure {
        return lists.areThere()
                ? StatusPart.ok(NAME + " commands", "registered")
                : StatusPart.trouble(NAME + " commands", "not those of this version; they are at the next start");
    }
}
