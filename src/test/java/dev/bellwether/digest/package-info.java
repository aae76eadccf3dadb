@NullMarked
package dev.bellwether.digest;

import org.jspecify.annotations.NullMarked;
