/**
 * From text to claims: changes, prices, averages, levels, volumes and days of earnings that a text states about a share.
 */
@NullMarked
package dev.bellwether.reading.claim;

import org.jspecify.annotations.NullMarked;
