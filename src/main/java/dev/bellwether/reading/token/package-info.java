/**
 * From text to tokens: words, numerals, amounts of money, percents, tickers and marks with their places in the text, and where
 * sentences begin and end. Knows how the press writes about markets and nothing about what is said.
 */
@NullMarked
package dev.bellwether.reading.token;

import org.jspecify.annotations.NullMarked;
