/**
 * What runs all the time: polls prices by interest, feeds engine and levels, and writes what follows in one transaction.
 */
@NullMarked
package dev.bellwether.watch.run;

import org.jspecify.annotations.NullMarked;
