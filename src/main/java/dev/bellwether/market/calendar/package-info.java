/**
 * When exchanges trade: sessions, holidays, half days and breaks, as data with sources.
 */
@NullMarked
package dev.bellwether.market.calendar;

import org.jspecify.annotations.NullMarked;
