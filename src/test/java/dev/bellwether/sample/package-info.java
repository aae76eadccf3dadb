/** Holds the bundled sample data to the facts it was made from, with plain computations of its own. */
@NullMarked
package dev.bellwether.sample;

import org.jspecify.annotations.NullMarked;
