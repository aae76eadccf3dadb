/**
 * The language of alerts: what members type, what it means, and how the bot says it back. Pure functions.
 */
@NullMarked
package dev.bellwether.watch.rule;

import org.jspecify.annotations.NullMarked;
