/**
 * What the press brings becomes notices: price targets, stories, days on which companies report.
 */
@NullMarked
package dev.bellwether.watch.press;

import org.jspecify.annotations.NullMarked;
