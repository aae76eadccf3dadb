/**
 * What members want to keep an eye on: watchlists.
 */
@NullMarked
package dev.bellwether.watch;

import org.jspecify.annotations.NullMarked;
