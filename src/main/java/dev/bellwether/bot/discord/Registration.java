package dev.bellwether.bot.discord;

import dev.bellwether.command.CommandSpec;
import dev.bellwether.deliver.FrontNotes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the commands known to Discord, all in one call, if they are not known already: noted is what was sent and which versions
 * Discord gave it, so that a change on either side is seen by one question at the start.
 */
final class Registration {
    private static final Logger LOG = LoggerFactory.getLogger(Registration.class);
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private final FrontNotes notes;

    Registration(FrontNotes notes) {
        this.notes = notes;
    }

    /**
     * Registers what differs. Blocks.
     *
     * @return how many commands Discord knows now
     * @throws RuntimeException if Discord does not take them
     */
    int register(JDA jda, Collection<CommandSpec> specs) {
        String application = jda.getSelfUser().getApplicationId();
        DataArray wanted = json(CommandForms.of(specs));
        String print = fingerprint(application + wanted.toString());
        DataArray known = list(jda, Route.Interactions.GET_COMMANDS.compile(application), null);
        if (noted(application).equals(print + versions(known))) {
            return known.length();
        }
        RequestBody body = RequestBody.create(wanted.toString(), JSON);
        DataArray taken = list(jda, Route.Interactions.UPDATE_COMMANDS.compile(application), body);
        notes.write(DiscordFront.NAME, note(application), print + versions(taken));
        LOG.info("Discord knows {} commands now", taken.length());
        return taken.length();
    }

    private String noted(String application) {
        return notes.read(DiscordFront.NAME, note(application)).orElse("");
    }

    private static String note(String application) {
        return "commands/" + application;
    }

    private static DataArray json(List<SlashCommandData> forms) {
        DataArray array = DataArray.empty();
        forms.forEach(form -> array.add(form.toData()));
        return array;
    }

    private static DataArray list(JDA jda, Route.CompiledRoute route, @Nullable RequestBody body) {
        return new RestActionImpl<DataArray>(jda, route, body, (response, request) -> response.getArray()).complete();
    }

    /** Discord gives a command a new version with every change. */
    private static String versions(DataArray commands) {
        return IntStream.range(0, commands.length())
                .mapToObj(commands::getObject)
                .map(command -> command.getString("name") + "=" + version(command))
                .sorted()
                .collect(Collectors.joining(",", " ", ""));
    }

    private static String version(DataObject command) {
        return command.getString("version", "");
    }

    private static String fingerprint(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
