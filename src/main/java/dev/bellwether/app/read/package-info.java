/** The command {@code ./bot read}: text in, what was read from it out. */
@NullMarked
package dev.bellwether.app.read;

import org.jspecify.annotations.NullMarked;
