package dev.bellwether.app;

import dev.bellwether.app.config.Config;
import dev.bellwether.bot.console.CardJson;
import dev.bellwether.bot.console.CardText;
import dev.bellwether.bot.console.Paint;
import dev.bellwether.bot.console.Prompt;
import dev.bellwether.bot.web.HealthServer;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Voice;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Does once what every start does, so that the launcher can keep the loaded classes (an AOT cache) for the next starts. */
@Command(name = "train", hidden = true)
final class TrainVerb implements Callable<Integer> {
    @Mixin
    private Settings settings = new Settings();

    @Override
    public Integer call() throws Exception {
        Config config = settings.load();
        Logs.toFile(config.data());
        InstantSource clock = InstantSource.fixed(Clocks.SAMPLE_START);
        CardText text = new CardText(Voice.english(), Paint.PLAIN);
        try (House house = Runner.open(config, clock, House.Purpose.ASK);
                HealthServer server = HealthServer.start("127.0.0.1", 0, house::health)) {
            for (String command : List.of(
                    "/baba",
                    "/quote BABA JD ZZZZ",
                    "/news",
                    "/levels BABA",
                    "/targets BABA",
                    "/status",
                    "/help",
                    "/nwes")) {
                Answer answer = house.registry()
                        .answer(new Ask(
                                Prompt.CHAT, Prompt.MEMBER, command, clock.instant(), true, "", true, Prompt.MEMBER));
                System.out.println(text.render(answer.card()) + CardJson.render(answer.card(), answer.failed()));
            }
            System.out.println(server.port());
        }
        return 0;
    }
}
