/** Tests of the analyst desk, and {@link dev.bellwether.analyst.Desk}, which other rooms' tests write articles with. */
@org.jspecify.annotations.NullMarked
package dev.bellwether.analyst;
