/**
 * From what is to be said to who has read it: the pace that platforms allow, what fronts keep between two starts, and the
 * interfaces that fronts fill in ({@link dev.bellwether.deliver.Sender}).
 */
@NullMarked
package dev.bellwether.deliver;

import org.jspecify.annotations.NullMarked;
