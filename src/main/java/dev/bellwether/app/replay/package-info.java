/**
 * The past as if it happened now: feeds that give out each item at its moment, prices that move through each day's bar.
 */
@NullMarked
package dev.bellwether.app.replay;

import org.jspecify.annotations.NullMarked;
