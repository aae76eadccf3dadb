package dev.bellwether.market.calendar;

import dev.bellwether.fact.Exchange;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A closure that nobody could plan, such as for a typhoon or a day of mourning.
 *
 * @param exchange that closes
 * @param day at the exchange
 * @param from when trading ends, in the exchange's zone; null if it does not begin that day
 * @param why in the words of whoever noted it
 */
public record Closure(
        Exchange exchange, LocalDate day, @Nullable LocalTime from, String why) {}
