package dev.bellwether.fact;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A stock exchange: its market identifier code (ISO 10383), time zone, regular hours in that zone, the ISO currency
 * most of its listings trade in (pence are {@code GBX}) and the suffix that price services put behind its symbols.
 *
 * <p>Holidays are not known here: a day without a bar is a day without trading.
 */
public enum Exchange {
    NYSE("XNYS", "New York", "America/New_York", "09:30", "16:00", "USD", ""),
    NASDAQ("XNAS", "Nasdaq", "America/New_York", "09:30", "16:00", "USD", ""),
    HKEX("XHKG", "Hong Kong", "Asia/Hong_Kong", "09:30", "16:00", "HKD", ".HK"),
    XETRA("XETR", "Xetra", "Europe/Berlin", "09:00", "17:30", "EUR", ".DE"),
    FRANKFURT("XFRA", "Frankfurt", "Europe/Berlin", "08:00", "22:00", "EUR", ".F"),
    LSE("XLON", "London", "Europe/London", "08:00", "16:30", "GBX", ".L"),
    PARIS("XPAR", "Paris", "Europe/Paris", "09:00", "17:30", "EUR", ".PA"),
    AMSTERDAM("XAMS", "Amsterdam", "Europe/Amsterdam", "09:00", "17:30", "EUR", ".AS"),
    BRUSSELS("XBRU", "Brussels", "Europe/Brussels", "09:00", "17:30", "EUR", ".BR"),
    MILAN("XMIL", "Milan", "Europe/Rome", "09:00", "17:30", "EUR", ".MI"),
    MADRID("XMAD", "Madrid", "Europe/Madrid", "09:00", "17:30", "EUR", ".MC"),
    VIENNA("XWBO", "Vienna", "Europe/Vienna", "09:00", "17:30", "EUR", ".VI"),
    ZURICH("XSWX", "Zurich", "Europe/Zurich", "09:00", "17:30", "CHF", ".SW"),
    STOCKHOLM("XSTO", "Stockholm", "Europe/Stockholm", "09:00", "17:30", "SEK", ".ST"),
    OSLO("XOSL", "Oslo", "Europe/Oslo", "09:00", "16:20", "NOK", ".OL"),
    COPENHAGEN("XCSE", "Copenhagen", "Europe/Copenhagen", "09:00", "17:00", "DKK", ".CO"),
    HELSINKI("XHEL", "Helsinki", "Europe/Helsinki", "10:00", "18:30", "EUR", ".HE"),
    WARSAW("XWAR", "Warsaw", "Europe/Warsaw", "09:00", "17:00", "PLN", ".WA"),
    TOKYO("XTKS", "Tokyo", "Asia/Tokyo", "09:00", "15:30", "JPY", ".T"),
    SHANGHAI("XSHG", "Shanghai", "Asia/Shanghai", "09:30", "15:00", "CNY", ".SS"),
    SHENZHEN("XSHE", "Shenzhen", "Asia/Shanghai", "09:30", "15:00", "CNY", ".SZ"),
    SEOUL("XKRX", "Seoul", "Asia/Seoul", "09:00", "15:30", "KRW", ".KS"),
    TAIPEI("XTAI", "Taipei", "Asia/Taipei", "09:00", "13:30", "TWD", ".TW"),
    SINGAPORE("XSES", "Singapore", "Asia/Singapore", "09:00", "17:00", "SGD", ".SI"),
    BOMBAY("XBOM", "Bombay", "Asia/Kolkata", "09:15", "15:30", "INR", ".BO"),
    NSE("XNSE", "National Stock Exchange of India", "Asia/Kolkata", "09:15", "15:30", "INR", ".NS"),
    SYDNEY("XASX", "Sydney", "Australia/Sydney", "10:00", "16:00", "AUD", ".AX"),
    TORONTO("XTSE", "Toronto", "America/Toronto", "09:30", "16:00", "CAD", ".TO"),
    SAO_PAULO("BVMF", "São Paulo", "America/Sao_Paulo", "10:00", "17:55", "BRL", ".SA");

    private final String mic;
    private final String place;
    private final ZoneId zone;
    private final LocalTime open;
    private final LocalTime close;
    private final String currency;
    private final String suffix;

    Exchange(String mic, String place, String zone, String open, String close, String currency, String suffix) {
        this.mic = mic;
        this.place = place;
        this.zone = ZoneId.of(zone);
        this.open = LocalTime.parse(open);
        this.close = LocalTime.parse(close);
        this.currency = currency;
        this.suffix = suffix;
    }

    /** The ISO 10383 market identifier code, such as {@code XNYS}. */
    public String mic() {
        return mic;
    }

    /** The name people use for it, such as {@code Hong Kong}. */
    public String place() {
        return place;
    }

    /** The zone in which its trading days and hours are counted. */
    public ZoneId zone() {
        return zone;
    }

    /** The currency its listings usually trade in: an ISO 4217 code, or {@code GBX} for pence. */
    public String currency() {
        return currency;
    }

    /** The suffix price services put behind its symbols, such as {@code .HK}; empty for the United States. */
    public String suffix() {
        return suffix;
    }

    /** The moment at which regular trading of a day begins. */
    public Instant opening(LocalDate day) {
        return day.atTime(open).atZone(zone).toInstant();
    }

    /** The moment at which the bar of a day is complete. */
    public Instant closing(LocalDate day) {
        return day.atTime(close).atZone(zone).toInstant();
    }

    /** The calendar day at the exchange at a moment. */
    public LocalDate dayAt(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    /** Whether the exchange is within its regular hours of a weekday; holidays count as open. */
    public boolean inRegularHours(Instant moment) {
        LocalDate day = dayAt(moment);
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !moment.isBefore(opening(day)) && moment.isBefore(closing(day));
    }

    /** The exchange with this name or market identifier code, in any case. */
    public static Optional<Exchange> named(String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(exchange -> exchange.name().equals(wanted) || exchange.mic.equals(wanted))
                .findFirst();
    }

    /** The exchange whose suffix a symbol carries; New York for a symbol without one, empty for an unknown one. */
    public static Optional<Exchange> ofSymbol(String symbol) {
        int dot = symbol.lastIndexOf('.');
        String suffix = dot < 0 ? "" : symbol.substring(dot).toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(exchange -> exchange.suffix.equals(suffix))
                .findFirst();
    }
}
