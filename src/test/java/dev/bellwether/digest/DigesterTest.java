package dev.bellwether.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.bot.console.CardText;
import dev.bellwether.bot.console.Paint;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Tick;
import dev.bellwether.fact.WatchedLevel;
import dev.bellwether.market.calendar.Session;
import dev.bellwether.market.calendar.TradingCalendar;
import dev.bellwether.market.calendar.TradingCalendars;
import dev.bellwether.quote.History;
import dev.bellwether.quote.PriceSource;
import dev.bellwether.quote.Priced;
import dev.bellwether.quote.SampleSource;
import dev.bellwether.store.Store;
import dev.bellwether.store.StoreSettings;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Language;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Tone;
import dev.bellwether.talk.Voice;
import dev.bellwether.watch.alert.Alert;
import dev.bellwether.watch.rule.Condition;
import dev.bellwether.watch.rule.Rule;
import dev.bellwether.watch.rule.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DigesterTest {
    private static final ChatId CHAT = new ChatId("test", "1");
    private static final Instant FROM = Instant.parse("2026-01-13T21:30:00Z");
    private static final Instant DUE = Instant.parse("2026-01-14T21:30:00Z");
    private static final Instant SUNDAY = Instant.parse("2026-01-11T12:00:00Z");

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // set before each test
    private Store store;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Newsroom room;

    @BeforeEach
    void open() {
        store = Store.open(StoreSettings.inFolder(folder));
        room = new Newsroom(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Made make(String spec) {
        return make(spec, Window.punctual(FROM, DUE), Map.of());
    }

    private Made make(String spec, Window window, Map<String, Instant> told) {
        return room.digester().make(Newsroom.spec(CHAT, "08:00 " + spec), window, told);
    }

    private static String read(Made made) {
        return read(made.card(), Language.EN);
    }

    private static String read(Card card, Language language) {
        return new CardText(new Voice(language, ZoneId.of("America/New_York")), Paint.PLAIN).render(card);
    }

    private void aBusyDay() {
        room.article("wire.example", "Cloud orders lift Alibaba", "2026-01-14T15:00:00Z", "Orders.", "BABA");
        room.article(
                "paper.example", "Alibaba lifted by orders for its cloud", "2026-01-14T15:30:00Z", "Orders.", "BABA");
        room.article("wire.example", "Baidu lists its chips in Hong Kong", "2026-01-14T16:00:00Z", "Chips.", "BIDU");
        room.article("wire.example", "Old call", "2025-12-10T10:00:00Z", "CALL Jefferies|set||200|USD|", "BABA");
        room.article("wire.example", "New call", "2026-01-14T10:00:00Z", "CALL Jefferies|raise||225|USD|Buy", "BABA");
        room.article("paper.example", "Chart", "2026-01-14T14:00:00Z", "CLAIM rsi|29\nCLAIM rsi|29", "BABA");
        room.article("wire.example", "Dates", "2026-01-14T09:00:00Z", "RESULTS 2026-01-20", "BIDU");
        room.levelMet("BABA", WatchedLevel.Kind.HIGH_52W, Fact.LevelMet.Stage.BROKEN, 160, "2026-01-14T15:00:00Z");
        room.levelMet("BABA", WatchedLevel.Kind.HIGH_52W, Fact.LevelMet.Stage.CONFIRMED, 160, "2026-01-14T21:00:00Z");
        alert(7, CHAT);
        room.fired(7, "BABA", "2026-01-14T16:00:00Z");
    }

    private void alert(long id, ChatId chat) {
        Rule rule = new Rule(
                new Scope.Symbols(List.of("BABA")),
                new Condition.NewExtreme(true),
                Rule.Basis.TICKS,
                Rule.Repeat.EVERY_TIME,
                null,
                null,
                null);
        room.alerts.put(
                id,
                new Alert(
                        id,
                        3,
                        chat,
                        "ann",
                        "Ann",
                        true,
                        false,
                        rule,
                        "BABA above 160",
                        Alert.State.ARMED,
                        FROM,
                        null,
                        Map.of(),
                        false,
                        null));
    }

    @Test
    void a_busy_day_has_its_sections_in_order_with_what_moved_most_on_top() {
        aBusyDay();
        Made made = make("full");
        String text = read(made);
        assertThat(made.quiet()).isFalse();
        assertThat(made.card().tone()).isEqualTo(Tone.DOWN);
        assertThat(headings(made.card()))
                .containsExactly(
                        "Prices",
                        "Levels",
                        "Analyst calls",
                        "Stories",
                        "Ahead",
                        "Alerts that fired",
                        "Statements of the press that do not hold");
        assertThat(text.lines().toList().get(1)).startsWith("PDD moved most: -2.7%, at $116.30. No story");
        assertThat(text)
                .contains("BABA  $172.60  +1.6%  +17.4%    0.9×   75   +19.0%")
                .as("of one try at a level only what became of it")
                .contains("BABA stayed above 52-week high at $160.00, price $161.00: confirmed")
                .doesNotContain("rose through")
                .as("an old target that is not printed is that of the call before")
                .contains("BABA: Jefferies, raise, ↑ $200.00 → $225.00, Buy (wire.example")
                .contains("BABA: Cloud orders lift Alibaba [2] (2 outlets)")
                .contains("BIDU is said to report on 2026-01-20, in 6 days (only wire.example says so)")
                .contains("Number 3, BABA above 160: BABA")
                .contains("on BABA: RSI 29.0; prices say 73.3. It does not go with +17.4%")
                .doesNotContain("{", "null");
    }

    private static List<String> headings(Card card) {
        return card.blocks().stream()
                .filter(Block.Heading.class::isInstance)
                .map(block -> plain(((Block.Heading) block).line()))
                .toList();
    }

    private static String plain(Line line) {
        return Voice.english().plain(line);
    }

    @Test
    void what_moved_most_is_given_the_story_that_comes_closest_to_a_reason() {
        room.article("wire.example", "Temu fined in Europe over imports", "2026-01-14T15:00:00Z", "A fine.", "PDD");
        assertThat(read(make("")).replace("\n", " "))
                .contains("Closest to a reason: Temu fined in Europe over imports [1] (wire.example).");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_section_is_there_in_each_language(Language language) {
        aBusyDay();
        String text = read(make("").card(), language);
        String headline = switch (language) {
            case EN -> "PDD moved most: -2.7%, at $116.30.";
            case DE -> "PDD bewegte sich am stärksten: -2,7\u00a0% auf 116,30\u00a0$.";
            case ZH -> "PDD 波动最大：-2.7%，报 $116.30。";
        };
        assertThat(text).contains(headline).doesNotContain("digest.", "{");
        Made own = make(
                switch (language) {
                    case EN -> "english";
                    case DE -> "german";
                    case ZH -> "chinese";
                });
        assertThat(read(own.card(), Language.EN).lines())
                .as("a digest may have another language than its chat")
                .contains(
                        switch (language) {
                            case EN -> "Prices";
                            case DE -> "Kurse";
                            case ZH -> "行情";
                        });
    }

    @Test
    void the_same_question_has_the_same_answer() {
        aBusyDay();
        assertThat(make("").card()).isEqualTo(make("").card());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void when_nothing_happened_there_are_two_lines_and_no_frame(Language language) {
        Made made = make("", Window.punctual(SUNDAY.minus(Duration.ofDays(1)), SUNDAY), Map.of());
        assertThat(made.quiet()).isTrue();
        assertThat(made.card().blocks()).hasSize(2).allMatch(Block.Paragraph.class::isInstance);
        assertThat(read(made.card(), language))
                .contains(
                        switch (language) {
                            case EN ->
                                "Quiet: nothing to tell of BABA, BIDU, PDD, JD since 2026-01-10 07:00 EST.\nNext: New York opens 2026-01-12 09:30 EST";
                            case DE -> "Ruhig: Zu BABA, BIDU, PDD, JD gibt es seit";
                            case ZH -> "没有值得报告的消息。\n接下来：";
                        });
    }

    @Test
    void a_quiet_day_names_earnings_that_come() {
        room.article("wire.example", "Dates", "2025-12-09T09:00:00Z", "RESULTS 2026-01-20", "BIDU");
        Made made = make("", Window.punctual(SUNDAY.minus(Duration.ofDays(1)), SUNDAY), Map.of());
        assertThat(made.quiet()).isTrue();
        assertThat(read(made)).contains("Next: BIDU is said to report on 2026-01-20, in 9 days");
    }

    @Test
    void no_story_is_told_twice_unless_something_changed_in_it() {
        room.article(
                "wire.example",
                "Alibaba in talks to buy a chip maker for $7 billion",
                "2026-01-14T15:00:00Z",
                "",
                "BABA");
        Made first = make("sections: stories");
        assertThat(read(first)).contains("Alibaba in talks to buy a chip maker for $7 billion");
        Instant later = DUE.plus(Duration.ofDays(1));
        room.article(
                "paper.example",
                "Alibaba in talks to buy a chip maker for $7 billion",
                "2026-01-15T01:00:00Z",
                "",
                "BABA");
        Window next = Window.punctual(DUE, later);
        assertThat(read(make("sections: stories", next, first.told()))).doesNotContain("chip maker");
        room.article(
                "post.example", "Alibaba to buy a chip maker for $7.75 billion", "2026-01-15T02:00:00Z", "", "BABA");
        assertThat(read(make("sections: stories", next, first.told())).replace("\n", " "))
                .contains("chip maker")
                .contains("New in it:")
                .contains("7.75 billion");
    }

    @Test
    void an_article_that_comes_hours_after_it_was_published_is_told_by_the_next_digest() {
        Made first = make("sections: stories");
        room.article("slow.example", "A slow feed brings this", "2026-01-14T19:00:00Z", "", "BABA");
        Window next = Window.punctual(DUE, DUE.plus(Duration.ofDays(1)));
        Made second = make("sections: stories", next, first.told());
        assertThat(read(second)).contains("A slow feed brings this");
        Map<String, Instant> told = new HashMap<>(first.told());
        told.putAll(second.told());
        assertThat(read(make("sections: stories", next, told))).doesNotContain("A slow feed brings this");
    }

    @Test
    void nothing_of_after_its_moment_is_in_it() {
        room.article("wire.example", "Not written yet", "2026-01-14T21:30:01Z", "CALL Citi|raise|1|2|USD|", "BABA");
        assertThat(read(make(""))).doesNotContain("Not written yet", "Citi");
    }

    private static final String[] TOPICS = {
        "opens a warehouse near Lyon", "hires a finance chief", "settles a patent lawsuit", "pays a first dividend",
        "recalls electric scooters", "sponsors the winter games", "moves its servers to Norway",
                "tests drones over lakes",
        "buys back its bonds", "closes an office in Madrid"
    };

    @Test
    void one_loud_stock_takes_no_more_than_a_third_of_the_room() {
        for (int i = 0; i < TOPICS.length; i++) {
            room.article("wire" + i + ".example", "Alibaba " + TOPICS[i], "2026-01-14T1" + i + ":00:00Z", "", "BABA");
        }
        room.article("wire.example", "Baidu renames its browser", "2026-01-14T08:00:00Z", "", "BIDU");
        String text = read(make("sections: stories"));
        assertThat(text.lines().filter(line -> line.startsWith("BABA: "))).hasSize(3);
        assertThat(text).contains("BIDU: Baidu renames its browser", "7 more stories are left out: /news shows all");
        String brief = read(make("sections: stories short"));
        assertThat(brief.lines().filter(line -> line.startsWith("BABA: "))).hasSize(1);
        assertThat(read(make("BABA sections: stories")).lines().filter(line -> line.startsWith("BABA: ")))
                .as("of a digest about one stock it may take all")
                .hasSize(9);
    }

    @Test
    void sources_that_failed_are_named() {
        room.troubles.add(Line.of("wire.example does not answer."));
        assertThat(read(make(""))).contains("wire.example does not answer.");
        assertThat(read(make("", Window.punctual(SUNDAY.minus(Duration.ofDays(1)), SUNDAY), Map.of())))
                .as("on a quiet day too, since it may be quiet for that reason")
                .contains("wire.example does not answer.");
    }

    @Test
    void without_any_price_it_says_so_and_why() {
        Newsroom blind = new Newsroom(store, new DeadSource(), TradingCalendars.weekdays());
        blind.article("wire.example", "Cloud orders lift Alibaba", "2026-01-14T15:00:00Z", "", "BABA");
        Card card = blind.digester()
                .make(Newsroom.spec(CHAT, "08:00 BABA"), Window.punctual(FROM, DUE), Map.of())
                .card();
        assertThat(read(card, Language.EN))
                .contains(
                        "There are no prices at the moment.",
                        "The exchange of BABA is on fire.",
                        "Cloud orders lift Alibaba")
                .doesNotContain("Prices\n");
    }

    /** A source that has nothing and says why. */
    private record DeadSource() implements PriceSource {
        @Override
        public String name() {
            return "dead";
        }

        @Override
        public Priced<History> history(Listing listing, LocalDate from, LocalDate to, Instant now) {
            return new Priced.Unavailable<>(
                    "dead", Priced.Cause.UNREACHABLE, "The exchange of " + listing.symbol() + " is on fire.", null);
        }

        @Override
        public Priced<Tick> latest(Listing listing, Instant now) {
            return new Priced.Unavailable<>("dead", Priced.Cause.UNREACHABLE, "On fire.", null);
        }
    }

    @Test
    void late_and_left_out_digests_and_the_first_of_a_chat_say_so() {
        Window late = new Window(FROM, DUE, DUE.minus(Duration.ofMinutes(90)), 2, true);
        assertThat(read(make("", late, Map.of())).replace("\n", " "))
                .contains("This digest was due 2026-01-14 15:00 EST. It comes late")
                .contains("2 digests before this one were left out")
                .contains("nothing here is advice to buy or sell");
        assertThat(read(make("")).replace("\n", " ")).doesNotContain("late", "left out", "advice");
    }

    @Test
    void a_week_has_its_best_and_worst_its_calls_by_size_and_its_noisiest_rules() {
        room.article("wire.example", "One", "2026-01-12T10:00:00Z", "CALL Jefferies|raise|200|210|USD|", "BABA");
        room.article("wire.example", "Two", "2026-01-13T10:00:00Z", "CALL Citi|cut|50|30|USD|", "JD");
        alert(7, CHAT);
        alert(8, CHAT);
        room.fired(8, "BABA", "2026-01-14T15:00:00Z");
        room.fired(7, "BABA", "2026-01-13T15:00:00Z");
        room.fired(7, "BABA", "2026-01-14T14:00:00Z");
        Window week = Window.punctual(DUE.minus(Duration.ofDays(7)), DUE);
        String text = read(make("weekly", week, Map.of())).replace("\n", " ");
        assertThat(text).startsWith("▲ The week");
        assertThat(text)
                .contains("BABA moved most this week: +17.4%, at $172.60.")
                .contains("Best: BABA +17.4%")
                .contains("Targets raised: 1, cut: 1, others: 0");
        assertThat(text.indexOf("JD: Citi")).isLessThan(text.indexOf("BABA: Jefferies"));
        assertThat(text.indexOf("(2 times, this was the last)"))
                .isPositive()
                .isLessThan(text.lastIndexOf("Number 3, BABA above 160"));
    }

    @Test
    void sections_stand_in_the_order_chosen_and_a_short_digest_says_less() {
        aBusyDay();
        assertThat(headings(make("sections: stories, moves").card())).containsExactly("Stories", "Prices");
        assertThat(make("short").card().blocks().size())
                .isLessThan(make("full").card().blocks().size());
    }

    @Test
    void calls_that_were_struck_out_and_alerts_of_others_are_not_told() {
        room.article("wire.example", "New call", "2026-01-14T10:00:00Z", "CALL Jefferies|raise|1|225|USD|Buy", "BABA");
        String fact =
                store.facts().known(Fact.Call.class, "BABA", DUE).getFirst().key();
        store.marks().add(CHAT, fact, "BABA", "ann", "a typo", FROM);
        store.marks().settle(CHAT, fact, true, "bob", FROM);
        alert(7, new ChatId("test", "2"));
        room.fired(7, "BABA", "2026-01-14T16:00:00Z");
        room.fired(99, "BABA", "2026-01-14T16:00:00Z");
        assertThat(read(make(""))).doesNotContain("Jefferies", "Alerts");
    }

    @Test
    void a_digest_about_the_watchlists_is_about_what_members_watch_and_else_about_the_favourites() {
        assertThat(read(make("watchlists"))).contains("BIDU");
        room.watchlists.add(CHAT, "ann", "9988.HK", FROM);
        room.watchlists.add(CHAT, "bob", "JD", FROM);
        room.watchlists.add(CHAT, "eve", "JD", FROM);
        assertThat(read(make("watchlists"))).contains("JD ", "9988.HK").doesNotContain("BIDU", "PDD");
    }

    @Test
    void holidays_and_short_sessions_ahead_are_told_with_their_names() {
        Newsroom holidays = new Newsroom(store, new SampleSource(), Festive::new);
        Card card = holidays.digester()
                .make(Newsroom.spec(CHAT, "08:00 JD"), Window.punctual(FROM, DUE), Map.of())
                .card();
        assertThat(read(card, Language.EN))
                .contains("Nasdaq is closed on 2026-01-19: A day off")
                .contains("Nasdaq closes early, at 2026-01-20 13:00 EST: The eve");
    }

    /** Weekdays, but the 19th of January is a holiday and the 20th half a day. */
    private record Festive(Exchange exchange) implements TradingCalendar {
        private TradingCalendar weekdays() {
            return TradingCalendars.weekdays().of(exchange);
        }

        @Override
        public Optional<Session> session(LocalDate day) {
            Optional<Session> usual = weekdays().session(day);
            return switch (String.valueOf(day)) {
                case "2026-01-19" -> Optional.empty();
                case "2026-01-20" ->
                    usual.map(full ->
                            new Session(day, full.open(), full.close().minus(Duration.ofHours(3)), null, null, true));
                default -> usual;
            };
        }

        @Override
        public @Nullable String holiday(LocalDate day) {
            return switch (String.valueOf(day)) {
                case "2026-01-19" -> "A day off";
                case "2026-01-20" -> "The eve";
                default -> null;
            };
        }

        @Override
        public Session next(Instant moment) {
            return weekdays().next(moment);
        }

        @Override
        public Session current(Instant moment) {
            return weekdays().current(moment);
        }

        @Override
        public Session lastClosed(Instant moment) {
            return weekdays().lastClosed(moment);
        }

        @Override
        public @Nullable LocalDate validUntil() {
            return null;
        }
    }
}
