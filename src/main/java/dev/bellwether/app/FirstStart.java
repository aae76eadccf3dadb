package dev.bellwether.app;

import dev.bellwether.app.config.Config;
import dev.bellwether.app.config.Mode;
import dev.bellwether.deliver.FrontNotes;
import java.io.PrintStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says once, to who starts the bot in a terminal without any token, how to get one, and waits for a word to go on. */
final class FirstStart {
    private static final String APP = "app";
    private static final String NOTE = "tokens-explained";

    private static final String TEXT = """
            There is no token yet, so nobody on Discord or Telegram can reach the bot. To get one:

            Discord   1. On discord.com/developers/applications press New Application, then Bot, then Reset Token
                      2. Start with it: BELLWETHER_DISCORD_TOKEN=... ./bot   (or set fronts.discord.token)
                      3. Under OAuth2, URL Generator choose bot and applications.commands; open the link, choose your server
            Telegram  1. Write /newbot to @BotFather in Telegram and answer its two questions
                      2. Start with the token it sends: BELLWETHER_TELEGRAM_TOKEN=... ./bot   (or set fronts.telegram.token)
                      3. Add the bot to your group, or write to it

            """;

    private final Config config;
    private final FrontNotes notes;

    FirstStart(Config config, FrontNotes notes) {
        this.config = config;
        this.notes = notes;
    }

    /**
     * Does so if it was never done before.
     *
     * @param answer waits for a line; null at the end of the input, which is a word to go on like any other
     */
    void explain(PrintStream out, Supplier<@Nullable String> answer) {
        boolean hasToken = config.fronts().discord().token() != null
                || config.fronts().telegram().token() != null;
        if (hasToken || notes.read(APP, NOTE).isPresent()) {
            return;
        }
        out.print(TEXT);
        out.print(
                config.mode() == Mode.SAMPLE
                        ? "Press Enter to go on with sample data in this terminal. "
                        : "Press Enter to go on in this terminal alone. ");
        out.flush();
        var _ = answer.get();
        out.println();
        notes.write(APP, NOTE, Version.number());
    }
}
