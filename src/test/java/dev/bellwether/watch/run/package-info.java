/** Tests of what runs all the time, with a driven clock, a market of their own, and the real store. */
@NullMarked
package dev.bellwether.watch.run;

import org.jspecify.annotations.NullMarked;
