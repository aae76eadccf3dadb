package dev.bellwether.reading.token;

import org.jspecify.annotations.Nullable;

/**
 * The code of a listing, when its form shows that it is one: in brackets ({@code (NYSE:MTD)}, {@code (LKQ:NASDAQ)},
 * {@code (AZNCF.US)}, {@code (NWG)}), with its exchange ({@code HK:27}), with its suffix ({@code META.O}), or with a dollar sign
 * ({@code $ASTS}).
 *
 * @param start where it begins, bracket included
 * @param end first place after it, bracket included
 * @param text as printed, with brackets
 * @param symbol the code; a suffix, or a country before the colon, belongs to it ({@code 9988.HK}, {@code HK:27})
 * @param exchange the exchange as printed, null if none is
 * @param bracketed whether it stands in brackets
 */
public record Ticker(
        int start,
        int end,
        String text,
        String symbol,
        @Nullable String exchange,
        boolean bracketed) implements Token {}
