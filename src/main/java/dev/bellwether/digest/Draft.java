package dev.bellwether.digest;

import dev.bellwether.fact.Exchange;
import dev.bellwether.talk.Language;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a member has typed so far. Not thread-safe. */
final class Draft {
    final List<LocalTime> times = new ArrayList<>();
    final Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    final Set<String> symbols = new LinkedHashSet<>();
    final Set<Section> sections = new LinkedHashSet<>();
    final Set<Section> without = EnumSet.noneOf(Section.class);

    @Nullable
    Edged session;

    @Nullable
    Exchange trading;

    boolean tradingDays;
    DigestSpec.@Nullable Length length;

    @Nullable
    Boolean weekly;

    @Nullable
    Language language;

    boolean watched;
    boolean favourites;

    /**
     * An end of a session.
     *
     * @param exchange null for the main one
     * @param offset null for the usual one
     */
    record Edged(
            @Nullable Exchange exchange,
            When.Edge edge,
            @Nullable Duration offset,
            boolean before) {}
}
