/**
 * Analyst calls: who set which price target. {@link dev.bellwether.reading.call.CallReader} explains the method; the words it knows
 * stand in data files beside it.
 */
@NullMarked
package dev.bellwether.reading.call;

import org.jspecify.annotations.NullMarked;
