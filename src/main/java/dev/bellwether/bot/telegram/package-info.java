/**
 * The Telegram front on the TelegramBots client: updates in ({@link dev.bellwether.bot.telegram.TelegramFront}), cards as
 * messages in HTML mode ({@link dev.bellwether.bot.telegram.TelegramRenderer}), messages out ({@link
 * dev.bellwether.bot.telegram.TelegramSender}).
 */
@NullMarked
package dev.bellwether.bot.telegram;

import org.jspecify.annotations.NullMarked;
