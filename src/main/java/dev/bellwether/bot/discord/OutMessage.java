package dev.bellwether.bot.discord;

import java.util.EnumSet;
import java.util.List;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/**
 * One message, ready to go, within all limits.
 *
 * @param content the text beside the embeds; may be empty
 */
record OutMessage(String content, List<MessageEmbed> embeds, List<ActionRow> rows, List<Attachment> files) {
    OutMessage {
        embeds = List.copyOf(embeds);
        rows = List.copyOf(rows);
        files = List.copyOf(files);
    }

    /** A message of text alone. */
    static OutMessage text(String content) {
        return new OutMessage(content, List.of(), List.of(), List.of());
    }

    /** The same message with text beside its embeds. */
    OutMessage withContent(String text) {
        return new OutMessage(text, embeds, rows, files);
    }

    /** For JDA, which checks most limits once more. Nobody is ever pinged. Each call opens the files anew. */
    MessageCreateData data() {
        return new MessageCreateBuilder()
                .setContent(content)
                .setEmbeds(embeds)
                .setComponents(rows)
                .setFiles(files.stream().map(Attachment::upload).toList())
                .setAllowedMentions(EnumSet.noneOf(Message.MentionType.class))
                .mentionRepliedUser(false)
                .build();
    }

    /** How many bytes of files go with it. */
    int weight() {
        return files.stream().mapToInt(Attachment::bytes).sum();
    }
}
