/**
 * Every SQL statement, behind the interfaces that the other rooms declare; migrations. SQLite or PostgreSQL.
 */
@NullMarked
package dev.bellwether.store;

import org.jspecify.annotations.NullMarked;
