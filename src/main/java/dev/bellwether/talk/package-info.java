/**
 * What is said, on no platform in particular: what a member asks ({@link dev.bellwether.talk.Ask}) and the card that
 * answers ({@link dev.bellwether.talk.Card}). Fronts render cards by their structure and never parse text.
 */
@NullMarked
package dev.bellwether.talk;

import org.jspecify.annotations.NullMarked;
