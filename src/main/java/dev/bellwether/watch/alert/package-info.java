/**
 * Members' alerts: kept, listed, changed, and what is said when one fires.
 */
@NullMarked
package dev.bellwether.watch.alert;

import org.jspecify.annotations.NullMarked;
