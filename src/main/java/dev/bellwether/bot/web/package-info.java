/**
 * The web front. So far it serves health only.
 */
@NullMarked
package dev.bellwether.bot.web;

import org.jspecify.annotations.NullMarked;
