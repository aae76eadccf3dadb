/** Tests of the store, on both databases, and the PostgreSQL server that other rooms' tests may use. */
@NullMarked
package dev.bellwether.store;

import org.jspecify.annotations.NullMarked;
