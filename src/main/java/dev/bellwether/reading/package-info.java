/**
 * From text to values, as pure functions: HTML to clean text, and which instruments a text is about.
 */
@NullMarked
package dev.bellwether.reading;

import org.jspecify.annotations.NullMarked;
