package dev.bellwether.bot.discord;

import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.entities.MessageEmbed;

/**
 * Puts pages, controls and files together into messages within Discord's limits.
 *
 * @param title of the card; never empty
 * @param withTitle whether the first embed shows it
 * @param sample says that the data are made up; empty if they are not
 * @param colour of all embeds
 */
record Assembly(String title, boolean withTitle, String sample, int colour) {
    private static final int LONGEST_FOOTER = 300;

    /** A message in the making. */
    private static final class Draft {
        final List<EmbedBuilder> embeds = new ArrayList<>();
        final List<ActionRow> rows = new ArrayList<>();
        final List<Attachment> files = new ArrayList<>();
        int length;

        boolean hasRoom(int more, List<Attachment> with) {
            int weight = files.stream().mapToInt(Attachment::bytes).sum();
            int added = with.stream().mapToInt(Attachment::bytes).sum();
            return embeds.size() < Limits.EMBEDS
                    && length + more <= Limits.ALL_EMBEDS - LONGEST_FOOTER
                    && files.size() + with.size() <= Limits.FILES
                    && weight + added <= Limits.FILE_BYTES;
        }
    }

    List<OutMessage> messages(List<Pages.Page> pages, List<ActionRow> rows, List<Attachment> files) {
        List<Draft> drafts = new ArrayList<>(List.of(new Draft()));
        List<Attachment> rest = new ArrayList<>(files);
        for (int i = 0; i < pages.size(); i++) {
            page(pages.get(i), withTitle && i == 0, drafts, rest);
        }
        rest.forEach(file -> last(drafts, 0, List.of(file)).files.add(file));
        for (ActionRow row : rows) {
            if (drafts.getLast().rows.size() == Limits.ROWS) {
                drafts.add(new Draft());
            }
            drafts.getLast().rows.add(row);
        }
        List<OutMessage> messages = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            messages.add(message(drafts.get(i), i, drafts.size()));
        }
        return messages;
    }

    private void page(Pages.Page page, boolean first, List<Draft> drafts, List<Attachment> rest) {
        EmbedBuilder embed = new EmbedBuilder().setColor(colour);
        String head = first ? head() : "";
        if (!head.isEmpty()) {
            embed.setTitle(head);
        }
        embed.setDescription(page.text().isEmpty() ? null : page.text());
        page.picture().ifPresent(embed::setImage);
        if (embed.isEmpty()) {
            return; // a card without a word is told by its title beside the embed, or by its files
        }
        List<Attachment> shown = rest.stream()
                .filter(file -> page.picture()
                        .filter(("attachment://" + file.name())::equals)
                        .isPresent())
                .toList();
        rest.removeAll(shown);
        int length = head.length() + page.text().length();
        Draft draft = last(drafts, length, shown);
        draft.embeds.add(embed);
        draft.files.addAll(shown);
        draft.length += length;
    }

    private static Draft last(List<Draft> drafts, int length, List<Attachment> with) {
        boolean fits = drafts.getLast().hasRoom(length, with);
        // an embed before a picture is one message with it; text alone begins a new one, so that pages are read as
        // pages
        if (!fits) {
            drafts.add(new Draft());
        }
        return drafts.getLast();
    }

    /** The title, short enough even when marks in it are written out. */
    private String head() {
        int most = Limits.EMBED_TITLE;
        String head = Markdown.escape(CleanCharacters.shortened(title, most), true);
        while (head.length() > Limits.EMBED_TITLE) {
            most -= Math.max(1, (head.length() - Limits.EMBED_TITLE) / 2);
            head = Markdown.escape(CleanCharacters.shortened(title, most), true);
        }
        return head;
    }

    private OutMessage message(Draft draft, int number, int of) {
        List<String> footer = new ArrayList<>();
        if (!sample.isEmpty()) {
            footer.add(sample);
        }
        if (of > 1) {
            footer.add(CleanCharacters.shortened(title, 100) + " · " + (number + 1) + "/" + of);
        }
        if (!draft.embeds.isEmpty() && !footer.isEmpty()) {
            draft.embeds.getLast().setFooter(CleanCharacters.shortened(String.join(" · ", footer), LONGEST_FOOTER));
        }
        List<MessageEmbed> embeds =
                draft.embeds.stream().map(EmbedBuilder::build).toList();
        boolean empty = embeds.isEmpty() && draft.rows.isEmpty() && draft.files.isEmpty();
        return new OutMessage(empty ? "…" : "", embeds, draft.rows, draft.files);
    }
}
