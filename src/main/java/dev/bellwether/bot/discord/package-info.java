/**
 * The Discord front, on JDA: interactions in ({@link dev.bellwether.bot.discord.DiscordFront}), cards rendered as embeds, messages
 * out ({@link dev.bellwether.bot.discord.DiscordSender}). docs/fronts-discord.md says what a command, an option and a button become.
 */
@NullMarked
package dev.bellwether.bot.discord;

import org.jspecify.annotations.NullMarked;
