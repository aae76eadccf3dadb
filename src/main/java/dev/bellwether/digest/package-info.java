/**
 * What a digest holds and when it is due.
 */
@NullMarked
package dev.bellwether.digest;

import org.jspecify.annotations.NullMarked;
