/** What the fronts have in common: their life, their states, and the one way from a question to its answer. */
@NullMarked
package dev.bellwether.bot;

import org.jspecify.annotations.NullMarked;
