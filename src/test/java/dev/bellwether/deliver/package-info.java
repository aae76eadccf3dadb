/** Tests of delivery, on a clock that the tests move. */
@NullMarked
package dev.bellwether.deliver;

import org.jspecify.annotations.NullMarked;
