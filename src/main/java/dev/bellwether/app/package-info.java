/**
 * Configuration, wiring by constructors, life cycle and the command line. The only room that reads the clock.
 */
@NullMarked
package dev.bellwether.app;

import org.jspecify.annotations.NullMarked;
