package dev.bellwether.digest;

import dev.bellwether.fact.Exchange;
import dev.bellwether.talk.Language;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The words that members may use in a digest's text, lower-case: English, German and Chinese. */
final class SpecWords {
    /** Say nothing of their own. */
    static final Set<String> NOISE = Set.of(
            "on", "at", "the", "every", "each", "and", "for", "of", "only", "a", "an", "with", "in", "um", "jeden",
            "und", "für", "am", "der", "die", "das", "nur", "mit", "jede", "je", "uhr", "每", "和");

    static final Set<String> BEFORE = Set.of("before", "vor", "前");
    static final Set<String> AFTER = Set.of("after", "nach", "后");
    static final Set<String> SECTIONS = Set.of("sections", "section", "abschnitte", "部分");
    static final Set<String> WITHOUT = Set.of("without", "no", "ohne", "不要");
    static final Set<String> WATCHED = Set.of("watchlist", "watchlists", "watched", "merkliste", "merklisten", "自选");
    static final Set<String> FAVOURITES = Set.of("favourites", "favorites", "favourite", "favorite", "favoriten", "收藏");
    static final Set<String> SHORT = Set.of("short", "brief", "kurz", "简短");
    static final Set<String> FULL = Set.of("full", "long", "complete", "lang", "ausführlich", "完整");
    static final Set<String> WEEKLY = Set.of("weekly", "wöchentlich", "每周");
    static final Set<String> TRADING = Set.of("trading", "handelstage", "handelstagen", "交易日");
    static final Set<String> TRADING_DAYS = Set.of("days", "day", "sessions");

    static final Map<String, When.Edge> EDGES = edges();
    static final Map<String, Set<DayOfWeek>> DAYS = days();
    static final Map<String, Exchange> EXCHANGES = exchanges();
    static final Map<String, Section> SECTION_NAMES = sections();
    static final Map<String, Language> LANGUAGES = Map.of(
            "english",
            Language.EN,
            "englisch",
            Language.EN,
            "英文",
            Language.EN,
            "german",
            Language.DE,
            "deutsch",
            Language.DE,
            "德文",
            Language.DE,
            "chinese",
            Language.ZH,
            "chinesisch",
            Language.ZH,
            "中文",
            Language.ZH);

    private static final int LONGEST_NAME = 5;

    private SpecWords() {}

    /** A name of an exchange at the beginning of some words. */
    record Named(Exchange exchange, int words) {}

    /** The exchange that the longest beginning of these words names. */
    static Optional<Named> exchange(List<String> words) {
        for (int length = Math.min(LONGEST_NAME, words.size()); length > 0; length--) {
            Exchange exchange = EXCHANGES.get(String.join(" ", words.subList(0, length)));
            if (exchange != null) {
                return Optional.of(new Named(exchange, length));
            }
        }
        return Optional.empty();
    }

    /** Everything that means something, for suggestions. */
    static Set<String> all() {
        Set<String> all = new TreeSet<>();
        List.of(SECTIONS, WITHOUT, WATCHED, FAVOURITES, SHORT, FULL, WEEKLY, BEFORE, AFTER, TRADING)
                .forEach(all::addAll);
        List.of(EDGES, DAYS, EXCHANGES, LANGUAGES, SECTION_NAMES).forEach(words -> all.addAll(words.keySet()));
        all.removeIf(word -> word.length() < 2);
        return all;
    }

    private static Map<String, When.Edge> edges() {
        Map<String, When.Edge> edges = new HashMap<>();
        List.of("open", "opens", "opening", "start", "starts", "eröffnung", "börseneröffnung", "handelsbeginn", "开盘")
                .forEach(word -> edges.put(word, When.Edge.OPEN));
        List.of("close", "closes", "closing", "end", "ends", "schluss", "börsenschluss", "handelsschluss", "收盘")
                .forEach(word -> edges.put(word, When.Edge.CLOSE));
        return Map.copyOf(edges);
    }

    private static Map<String, Set<DayOfWeek>> days() {
        Map<String, Set<DayOfWeek>> days = new HashMap<>();
        List.of("weekdays", "weekday", "workdays", "werktags", "werktage", "wochentags", "工作日")
                .forEach(word -> days.put(word, When.WEEKDAYS));
        List.of("daily", "day", "everyday", "täglich", "tag", "每天").forEach(word -> days.put(word, When.EVERY_DAY));
        List.of("weekend", "weekends", "wochenende", "wochenends", "周末")
                .forEach(word -> days.put(word, EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)));
        String[] german = {"montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"};
        String[] short_ = {"mo", "di", "mi", "do", "fr", "sa", "so"};
        String[] chinese = {"一", "二", "三", "四", "五", "六", "日"};
        for (DayOfWeek day : DayOfWeek.values()) {
            String english = day.name().toLowerCase(Locale.ROOT);
            int index = day.getValue() - 1;
            List<String> names = new ArrayList<>(List.of(english, english + "s", english.substring(0, 3)));
            names.addAll(List.of(german[index], german[index] + "s", short_[index]));
            names.addAll(List.of("周" + chinese[index], "星期" + chinese[index]));
            names.forEach(name -> days.put(name, EnumSet.of(day)));
        }
        days.put("tues", EnumSet.of(DayOfWeek.TUESDAY));
        days.put("thurs", EnumSet.of(DayOfWeek.THURSDAY));
        return Map.copyOf(days);
    }

    private static Map<String, Exchange> exchanges() {
        Map<String, Exchange> exchanges = new HashMap<>(Map.of(
                "hong kong",
                Exchange.HKEX,
                "hongkong",
                Exchange.HKEX,
                "hk",
                Exchange.HKEX,
                "new york",
                Exchange.NYSE,
                "wall street",
                Exchange.NYSE,
                "us",
                Exchange.NYSE,
                "港股",
                Exchange.HKEX,
                "美股",
                Exchange.NYSE));
        for (Exchange exchange : Exchange.values()) {
            exchanges.put(exchange.name().toLowerCase(Locale.ROOT).replace('_', ' '), exchange);
            exchanges.put(exchange.mic().toLowerCase(Locale.ROOT), exchange);
            exchanges.put(exchange.place().toLowerCase(Locale.ROOT), exchange);
        }
        return Map.copyOf(exchanges);
    }

    private static Map<String, Section> sections() {
        Map<String, Section> sections = new HashMap<>();
        Arrays.stream(Section.values()).forEach(section -> sections.put(section.word(), section));
        sections.putAll(Map.of(
                "table",
                Section.MOVES,
                "movers",
                Section.MOVES,
                "prices",
                Section.MOVES,
                "news",
                Section.STORIES,
                "targets",
                Section.CALLS,
                "analysts",
                Section.CALLS,
                "earnings",
                Section.AHEAD,
                "calendar",
                Section.AHEAD,
                "holidays",
                Section.AHEAD,
                "breakouts",
                Section.LEVELS));
        return Map.copyOf(sections);
    }
}
