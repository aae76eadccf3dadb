/** Tests of the language of alerts. */
@NullMarked
package dev.bellwether.watch.rule;

import org.jspecify.annotations.NullMarked;
