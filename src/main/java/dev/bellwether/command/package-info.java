/**
 * One class per slash command, the registry they stand in, the parsing of what members type, and help.
 */
@NullMarked
package dev.bellwether.command;

import org.jspecify.annotations.NullMarked;
