package dev.bellwether.bot.discord;

import dev.bellwether.talk.Language;
import java.util.Locale;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.exceptions.DetachedEntityException;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import org.jspecify.annotations.Nullable;

/** What an interaction tells of who asks. */
final class Asker {
    private Asker() {}

    /** Whether nobody else reads along: the bot's own direct messages. */
    static boolean isAlone(Interaction interaction) {
        return interaction.getContext() == InteractionContextType.BOT_DM;
    }

    /**
     * Whether this person may change what the chat gets: by Manage Server or the configured role in a server, everybody in direct
     * messages.
     *
     * @param role a role's name or number; null for none
     */
    static boolean manages(Interaction interaction, @Nullable String role) {
        if (!interaction.isFromGuild()) {
            return true;
        }
        Member member = interaction.getMember();
        return member != null && (managesServer(interaction, member) || (role != null && has(member, role)));
    }

    /** Of a server that the bot itself is not in, Discord tells the permissions only together with the channel. */
    private static boolean managesServer(Interaction interaction, Member member) {
        if (!member.isDetached()) {
            return member.hasPermission(Permission.MANAGE_SERVER);
        }
        return interaction.getChannel() instanceof GuildChannel channel
                && member.hasPermission(channel, Permission.MANAGE_SERVER);
    }

    private static boolean has(Member member, String wanted) {
        try {
            return member.getRoles().stream()
                    .anyMatch(role -> role.getId().equals(wanted)
                            || role.getName().toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT)));
        } catch (DetachedEntityException e) {
            return false; // a server that the bot itself is not in: its roles are unknown
        }
    }

    /**
     * What Discord says of the reader's language; null for one that the bot does not speak.
     *
     * @param forAsker whether only the asker will read the answer; else it is the server's language that counts
     */
    static @Nullable Language language(Interaction interaction, boolean forAsker) {
        boolean own = forAsker || !interaction.isFromGuild();
        String tag = own
                ? interaction.getUserLocale().getLocale()
                : interaction.getGuildLocale().getLocale();
        return Language.of(tag).orElse(null);
    }
}
