/**
 * Feeds: fetching, parsing and polling them, and the articles they hold. The only home of Rome.
 */
@NullMarked
package dev.bellwether.news;

import org.jspecify.annotations.NullMarked;
