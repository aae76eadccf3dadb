package dev.bellwether.market.calendar;

import dev.bellwether.talk.Line;

/** Holidays in the reader's language. */
public final class HolidayNames {
    private HolidayNames() {}

    /** A name as {@link TradingCalendar#holiday} gives it; what an operator noted of a closure stays as it was noted. */
    public static Line of(String name) {
        return switch (name) {
            case "New Year's Day" -> Line.say("calendar.holiday.new-year");
            case "Martin Luther King Day" -> Line.say("calendar.holiday.king");
            case "Washington's Birthday" -> Line.say("calendar.holiday.washington");
            case "Good Friday" -> Line.say("calendar.holiday.good-friday");
            case "Easter Monday" -> Line.say("calendar.holiday.easter-monday");
            case "Memorial Day" -> Line.say("calendar.holiday.memorial");
            case "Juneteenth" -> Line.say("calendar.holiday.juneteenth");
            case "Eve of Independence Day" -> Line.say("calendar.holiday.independence-eve");
            case "Independence Day" -> Line.say("calendar.holiday.independence");
            case "Labor Day", "Labour Day" -> Line.say("calendar.holiday.labour");
            case "Thanksgiving Day" -> Line.say("calendar.holiday.thanksgiving");
            case "Day after Thanksgiving" -> Line.say("calendar.holiday.after-thanksgiving");
            case "Christmas Eve" -> Line.say("calendar.holiday.christmas-eve");
            case "Christmas Day" -> Line.say("calendar.holiday.christmas");
            case "Boxing Day" -> Line.say("calendar.holiday.boxing");
            case "Last trading day of the year" -> Line.say("calendar.holiday.last-day");
            case "New Year's Eve" -> Line.say("calendar.holiday.new-year-eve");
            case "Lunar New Year's Eve" -> Line.say("calendar.holiday.lunar-eve");
            case "Lunar New Year" -> Line.say("calendar.holiday.lunar");
            case "Ching Ming Festival" -> Line.say("calendar.holiday.ching-ming");
            case "Buddha's Birthday" -> Line.say("calendar.holiday.buddha");
            case "Tuen Ng Festival" -> Line.say("calendar.holiday.tuen-ng");
            case "Establishment Day" -> Line.say("calendar.holiday.establishment");
            case "Day after the Mid-Autumn Festival" -> Line.say("calendar.holiday.mid-autumn");
            case "National Day" -> Line.say("calendar.holiday.national");
            case "Chung Yeung Festival" -> Line.say("calendar.holiday.chung-yeung");
            case "Day of mourning for Jimmy Carter" -> Line.say("calendar.holiday.carter");
            case "Typhoon Yagi" -> Line.say("calendar.holiday.yagi");
            default -> Line.of(name);
        };
    }
}
