/**
 * Levels that are watched for breaks, and what became of each try.
 */
@NullMarked
package dev.bellwether.watch.level;

import org.jspecify.annotations.NullMarked;
