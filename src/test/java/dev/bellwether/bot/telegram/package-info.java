@NullMarked
package dev.bellwether.bot.telegram;

import org.jspecify.annotations.NullMarked;
