package dev.bellwether.bot;

import dev.bellwether.command.StatusPart;
import dev.bellwether.deliver.Sender;
import java.util.List;

/**
 * One way in which people reach the bot. Fronts live and fail alone: nothing a front does throws into another, and none takes
 * the process down.
 */
public interface Front extends AutoCloseable {
    /** Its name in {@link dev.bellwether.talk.ChatId#front}, such as {@code discord}. */
    String name();

    /** Begins to connect and returns at once; goes on trying until it is closed or its token is refused. */
    void start();

    /** How it is. */
    FrontState state();

    /** The way out for what is pushed. Works from the beginning, connected or not. */
    Sender sender();

    /** Asks the platform once, for {@code ./bot check}: token, bot name, commands, what permissions are missing where. Blocks. */
    List<StatusPart> check();

    /** Stops listening, lets answers that are under way out, and disconnects; at most 10 s. */
    @Override
    void close();
}
