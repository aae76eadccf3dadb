package dev.bellwether.app;

import dev.bellwether.app.config.Config;
import dev.bellwether.app.config.Secret;
import dev.bellwether.bot.Front;
import dev.bellwether.bot.discord.DiscordFront;
import dev.bellwether.bot.discord.DiscordSettings;
import dev.bellwether.bot.telegram.TelegramFront;
import dev.bellwether.bot.telegram.TelegramSettings;
import dev.bellwether.bot.telegram.TelegramStores;
import dev.bellwether.deliver.Pace;
import dev.bellwether.deliver.PaceLimits;
import dev.bellwether.deliver.Pacer;
import dev.bellwether.deliver.SteadyClock;
import dev.bellwether.store.Store;
import java.util.ArrayList;
import java.util.List;

/** Which fronts the settings ask for, and how each is made: the one place that knows them by name. */
@FunctionalInterface
interface FrontPlans {
    /** In the order in which they are started; those that have no token are left out. Makes nothing yet. */
    List<Fronts.Plan> of(Config config, FrontTools tools);

    /** The fronts of this program. A front that can't be made is its own business: its plan throws when it is asked to. */
    static List<Fronts.Plan> fronts(Config config, FrontTools tools) {
        List<Fronts.Plan> plans = new ArrayList<>();
        Config.Discord discord = config.fronts().discord();
        Secret discordToken = discord.token();
        if (discordToken != null) {
            Pace pace = new Pacer(
                    PaceLimits.discord().overAll(discord.messagesPerSecond()), new SteadyClock(tools.clock()));
            plans.add(new Fronts.Plan("discord", pace, () -> discord(discord, discordToken.text(), tools, pace)));
        }
        Config.Telegram telegram = config.fronts().telegram();
        Secret telegramToken = telegram.token();
        if (telegramToken != null) {
            Pace pace = new Pacer(
                    PaceLimits.telegram().overAll(telegram.messagesPerSecond()), new SteadyClock(tools.clock()));
            plans.add(new Fronts.Plan("telegram", pace, () -> telegram(telegram, telegramToken.text(), tools, pace)));
        }
        return List.copyOf(plans);
    }

    private static Front discord(Config.Discord config, String token, FrontTools tools, Pace pace) {
        Store store = tools.store();
        return new DiscordFront(
                new DiscordSettings(
                        token, config.rest(), config.gateway(), config.managerRole(), config.messageContent()),
                tools.desk(),
                store.chats(),
                store.buttons(),
                store.notes(),
                pace,
                tools.delayer(),
                tools.clock());
    }

    private static Front telegram(Config.Telegram config, String token, FrontTools tools, Pace pace) {
        Store store = tools.store();
        Config.Webhook webhook = config.webhook();
        return new TelegramFront(
                new TelegramSettings(
                        token,
                        config.api(),
                        webhook == null
                                ? null
                                : new TelegramSettings.Webhook(
                                        webhook.url(), webhook.secret().text())),
                tools.desk(),
                new TelegramStores(store.chats(), store.inbox(), store.buttons(), store.notes(), store.leases()),
                pace,
                tools.delayer(),
                tools.clock());
    }
}
