/**
 * The Discord front against a fake Discord of the project's own ({@link dev.bellwether.bot.discord.FakeDiscord}): REST and gateway on
 * loopback, with the platform's rules, spoken to by the real JDA.
 */
@NullMarked
package dev.bellwether.bot.discord;

import org.jspecify.annotations.NullMarked;
