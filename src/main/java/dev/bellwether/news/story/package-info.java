/**
 * One story told once: articles on the same event become one story, however many outlets rewrite it. Starts at {@link
 * dev.bellwether.news.story.StoryBook}.
 */
@NullMarked
package dev.bellwether.news.story;

import org.jspecify.annotations.NullMarked;
