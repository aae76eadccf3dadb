/**
 * The terminal front: cards as text or JSON, and the prompt.
 */
@NullMarked
package dev.bellwether.bot.console;

import org.jspecify.annotations.NullMarked;
