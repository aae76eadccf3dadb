/** Commands as a member meets them: a whole group with real parts, without a network. */
@NullMarked
package dev.bellwether.command;

import org.jspecify.annotations.NullMarked;
