package dev.bellwether.watch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.bot.console.CardText;
import dev.bellwether.bot.console.Paint;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Provenance;
import dev.bellwether.market.calendar.TradingCalendars;
import dev.bellwether.talk.Audience;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.ChatSettings;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Notice;
import dev.bellwether.talk.Voice;
import dev.bellwether.watch.engine.Firing;
import dev.bellwether.watch.rule.Listings;
import dev.bellwether.watch.rule.RuleText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertDeskTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T15:30:00Z");
    private static final ChatId GROUP = new ChatId("telegram", "-5");
    private static final ChatId ANN = new ChatId("telegram", "7");
    private static final Provenance SOURCE = new Provenance("Yahoo", MONDAY, Duration.ZERO, null, false);

    private final Alerts alerts = Alerts.inMemory();
    private final Chats chats = Chats.inMemory();
    private final Listings listings = symbol ->
            Exchange.ofSymbol(symbol).map(exchange -> new Listing(symbol, exchange, exchange.currency(), 1, Map.of()));
    private final AlertCards cards = new AlertCards(listings);
    private final AlertDesk desk = new AlertDesk(alerts, chats, cards, listings, TradingCalendars.weekdays());

    @BeforeEach
    void theGroupIsKnown() {
        chats.seen(GROUP, MONDAY);
    }

    private Alert set(ChatId chat, String member, boolean group, String text) {
        var rule = RuleText.read(text);
        return alerts.add(new Alert(
                0,
                0,
                chat,
                member,
                "Ann",
                group,
                !chat.id().equals(member),
                rule,
                RuleText.of(rule),
                Alert.State.ARMED,
                MONDAY.minusSeconds(60),
                null,
                Map.of(),
                group,
                null));
    }

    private Alert own(String text) {
        return set(GROUP, "7", false, text);
    }

    private static Firing firing(Alert alert, String listing, Instant at) {
        return new Firing(alert.id(), listing, at, 155.5, false);
    }

    /** Fires, and keeps what comes of it. */
    private boolean told(Alert alert, String listing, Instant at) {
        Alert now = alerts.byId(alert.id()).orElseThrow();
        AlertDesk.Judgement judged = desk.judge(now, firing(now, listing, at));
        alerts.change(judged.after());
        return judged.told();
    }

    private Alert now(Alert alert) {
        return alerts.byId(alert.id()).orElseThrow();
    }

    private static Fact.AlertFired fact(Alert alert, boolean gap, Duration late) {
        Firing firing = firing(alert, "BABA", MONDAY);
        return new Fact.AlertFired(
                AlertDesk.key(firing), "BABA", "BABA", MONDAY, alert.id(), alert.text(), 155.5, gap, late, SOURCE);
    }

    private static String read(Card card) {
        return new CardText(Voice.english(), Paint.PLAIN).render(card);
    }

    private static List<String> commands(Card card) {
        return card.blocks().stream()
                .flatMap(block -> block instanceof Block.Buttons buttons ? buttons.buttons().stream() : Stream.of())
                .map(Block.Button::command)
                .toList();
    }

    @Test
    void once_is_told_once_and_is_done() {
        Alert alert = own("BABA price > 155 once");
        assertThat(told(alert, "BABA", MONDAY)).isTrue();
        assertThat(now(alert).state()).isEqualTo(Alert.State.DONE);
        assertThat(now(alert).lastFired()).isEqualTo(MONDAY);
        assertThat(told(alert, "BABA", MONDAY.plusSeconds(60))).isFalse();
        alerts.change(now(alert).in(Alert.State.ARMED));
        assertThat(told(alert, "BABA", MONDAY.plusSeconds(120))).isTrue();
    }

    @Test
    void every_time_is_told_every_time_but_not_while_it_cools_down() {
        Alert alert = own("BABA price > 155 every time cooldown 6h");
        assertThat(told(alert, "BABA", MONDAY)).isTrue();
        assertThat(told(alert, "BABA", MONDAY.plus(Duration.ofHours(5)))).isFalse();
        assertThat(told(alert, "BABA", MONDAY.plus(Duration.ofHours(6)))).isTrue();
        assertThat(now(alert).state()).isEqualTo(Alert.State.ARMED);
    }

    @Test
    void daily_is_told_once_a_trading_day_of_each_listing() {
        Alert alert = own("BABA, JD price > 155 daily");
        assertThat(told(alert, "BABA", MONDAY)).isTrue();
        assertThat(told(alert, "JD", MONDAY.plusSeconds(1))).isTrue();
        assertThat(told(alert, "BABA", MONDAY.plus(Duration.ofHours(3)))).isFalse();
        assertThat(told(alert, "BABA", MONDAY.plus(Duration.ofDays(1)))).isTrue();
        assertThat(now(alert).fired()).containsOnlyKeys("BABA", "JD");
    }

    @Test
    void once_means_once_for_all_of_its_listings() {
        Alert alert = own("BABA, JD price > 155 once");
        assertThat(told(alert, "JD", MONDAY)).isTrue();
        assertThat(told(alert, "BABA", MONDAY)).isFalse();
    }

    @Test
    void what_is_paused_or_snoozed_is_not_told_and_does_not_count() {
        Alert alert = own("BABA price > 155 once");
        alerts.change(alert.snoozed(MONDAY.plusSeconds(10)));
        assertThat(told(alert, "BABA", MONDAY)).isFalse();
        assertThat(now(alert).lastFired()).isNull();
        alerts.change(now(alert).in(Alert.State.PAUSED));
        assertThat(told(alert, "BABA", MONDAY.plusSeconds(20))).isFalse();
        alerts.change(now(alert).in(Alert.State.ARMED));
        assertThat(told(alert, "BABA", MONDAY.plusSeconds(30))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "UTC, 2026-01-05T23:59:00Z, true",
        "UTC, 2026-01-06T00:00:00Z, false",
        "America/New_York, 2026-01-06T04:59:00Z, true",
        "Asia/Shanghai, 2026-01-05T16:00:00Z, false"
    })
    void the_last_day_ends_in_the_zone_of_the_chat(String zone, Instant at, boolean told) {
        chats.change(GROUP, ChatSettings.NONE.withZone(ZoneId.of(zone)), MONDAY);
        Alert alert = own("BABA price > 155 every time until 2026-01-05");
        assertThat(told(alert, "BABA", at)).isEqualTo(told);
        assertThat(now(alert).state()).isEqualTo(told ? Alert.State.ARMED : Alert.State.DONE);
        assertThat(desk.isOver(now(alert), at)).isEqualTo(!told);
    }

    @Test
    void what_is_over_is_done_once_the_day_is_over_everywhere() {
        Alert alert = own("BABA price > 155 every time until 2026-01-05");
        assertThat(desk.endOverdue(Instant.parse("2026-01-06T11:59:00Z"))).isZero();
        assertThat(desk.endOverdue(Instant.parse("2026-01-06T12:00:00Z"))).isEqualTo(1);
        assertThat(now(alert).state()).isEqualTo(Alert.State.DONE);
        assertThat(desk.endOverdue(Instant.parse("2026-01-06T12:00:00Z"))).isZero();
    }

    @Test
    void an_own_alert_of_a_group_is_told_in_private_once_that_is_possible() {
        Alert alert = own("BABA price > 155 once");
        assertThat(desk.tellsIn(alert))
                .as("a bot can't begin to write on Telegram")
                .isEqualTo(GROUP);
        chats.seen(ANN, MONDAY);
        assertThat(desk.tellsIn(alert)).isEqualTo(ANN);
        chats.retire(ANN, "blocked", MONDAY);
        assertThat(desk.tellsIn(alert)).isEqualTo(GROUP);
        assertThat(desk.tellsIn(set(GROUP, "7", true, "BABA price > 1 once"))).isEqualTo(GROUP);
        assertThat(desk.tellsIn(set(GROUP, "-5", false, "BABA price > 1 once")))
                .as("set in the name of the group")
                .isEqualTo(GROUP);
    }

    @Test
    void on_discord_a_member_is_written_to_unless_that_failed_and_a_terminal_is_the_only_place_there() {
        ChatId channel = new ChatId("discord", "99");
        ChatId person = new ChatId("discord", "user:7");
        Alert alert = set(channel, "7", false, "BABA price > 155 once");
        assertThat(desk.tellsIn(alert)).isEqualTo(person);
        chats.seen(person, MONDAY);
        chats.retire(person, "does not take messages", MONDAY);
        assertThat(desk.tellsIn(alert)).isEqualTo(channel);
        ChatId terminal = new ChatId("console", "terminal");
        assertThat(desk.tellsIn(set(terminal, "you", false, "BABA price > 155 once")))
                .isEqualTo(terminal);
    }

    @Test
    void the_card_says_what_happened_and_offers_what_can_be_done() {
        Alert alert = set(ANN, "7", false, "BABA price > 155 every time note \"buy zone\"");
        Card card = cards.fired(alert, fact(alert, true, Duration.ZERO), MONDAY);
        assertThat(read(card))
                .contains("BABA: alert 1", "155", "buy zone", "$155.50", "gap", "Yahoo")
                .doesNotContain("Set by", "Late");
        assertThat(commands(card)).containsExactly("/alerts delete 1", "/alerts snooze 1 1d", "/quote BABA");
        assertThat(card.sample()).isFalse();
    }

    @Test
    void a_late_card_says_when_it_happened_and_a_made_up_price_is_marked() {
        Alert alert = own("BABA price > 155 once").in(Alert.State.DONE);
        Provenance sample = new Provenance("sample", MONDAY, Duration.ZERO, null, true);
        Fact.AlertFired made = fact(alert, false, Duration.ofHours(3));
        Fact.AlertFired fact = new Fact.AlertFired(
                made.key(), "BABA", "BABA", MONDAY, alert.id(), alert.text(), null, false, made.late(), sample);
        Card card = cards.fired(alert, fact, MONDAY.plus(Duration.ofHours(3)));
        assertThat(read(card)).contains("happened at 2026-01-05 15:30 UTC").doesNotContain("gap");
        assertThat(card.sample()).isTrue();
        assertThat(commands(card)).contains("/alerts resume 1").doesNotContain("/alerts snooze 1 1d");
    }

    @Test
    void a_card_told_in_private_names_the_alert_so_that_its_buttons_find_it() {
        Alert alert = own("BABA price > 155 every time");
        chats.seen(ANN, MONDAY);
        Notice notice = desk.notice(alert, fact(alert, false, Duration.ZERO), MONDAY);
        assertThat(notice.audience()).isEqualTo(Audience.chat(ANN));
        assertThat(notice.lane()).isEqualTo(Lane.ALERT);
        assertThat(notice.key()).isEqualTo("alert:1:BABA:2026-01-05T15:30:00Z");
        assertThat(commands(notice.card())).contains("/alerts delete #1", "/alerts snooze #1 1d");
        assertThat(read(notice.card())).doesNotContain("Set by");
    }

    @Test
    void an_own_alert_that_others_read_says_whose_it_is() {
        Alert alert = own("BABA price > 155 every time");
        assertThat(read(desk.notice(alert, fact(alert, false, Duration.ZERO), MONDAY)
                        .card()))
                .contains("Set by", "Ann");
    }

    @Test
    void a_group_alert_is_told_again_each_day_until_somebody_has_seen_it() {
        Alert alert = set(GROUP, "7", true, "BABA price > 155 every time");
        assertThat(told(alert, "BABA", MONDAY)).isTrue();
        assertThat(desk.reminders(MONDAY.plus(Duration.ofHours(23)))).isEmpty();
        List<Notice> first = desk.reminders(MONDAY.plus(Duration.ofHours(25)));
        assertThat(first).singleElement().satisfies(notice -> {
            assertThat(notice.follow()).isEqualTo(new Notice.Follow("alert:1:BABA:2026-01-05T15:30:00Z", false));
            assertThat(notice.audience()).isEqualTo(Audience.chat(GROUP));
            assertThat(read(notice.card())).contains("Reminder: alert 1", "nobody has acknowledged", "Ann");
            assertThat(commands(notice.card())).contains("/alerts ack 1");
        });
        assertThat(desk.reminders(MONDAY.plus(Duration.ofHours(47))))
                .as("the same reminder has the same key")
                .extracting(Notice::key)
                .containsExactly(first.getFirst().key());
        assertThat(desk.reminders(MONDAY.plus(Duration.ofHours(49))))
                .extracting(Notice::key)
                .doesNotContain(first.getFirst().key())
                .hasSize(1);
        alerts.change(now(alert).acknowledged());
        assertThat(desk.reminders(MONDAY.plus(Duration.ofHours(49)))).isEmpty();
    }

    @Test
    void who_wants_quiet_is_not_reminded_and_own_alerts_never_wait() {
        Alert alert = set(GROUP, "7", true, "BABA price > 155 once");
        told(alert, "BABA", MONDAY);
        Instant later = MONDAY.plus(Duration.ofHours(30));
        assertThat(desk.reminders(later)).as("although it is done").hasSize(1);
        alerts.change(now(alert).snoozed(later.plusSeconds(1)));
        assertThat(desk.reminders(later)).isEmpty();
        alerts.change(now(alert).in(Alert.State.PAUSED));
        assertThat(desk.reminders(later)).isEmpty();
        Alert own = own("BABA price > 155 once");
        told(own, "BABA", MONDAY);
        assertThat(now(own).unacknowledged()).isNull();
    }

    @Test
    void many_late_ones_are_one_message() {
        Alert first = own("BABA price > 155 every time note \"buy\"");
        Alert second = own("JD rsi < 30 every time");
        Fact.AlertFired one = fact(first, true, Duration.ofHours(5));
        Fact.AlertFired two = fact(second, false, Duration.ofHours(4));
        Notice notice = desk.notice(
                List.of(new AlertCards.Fired(first, one), new AlertCards.Fired(second, two)),
                MONDAY.plus(Duration.ofHours(5)));
        assertThat(notice.audience()).isEqualTo(Audience.chat(GROUP));
        assertThat(notice.key()).isEqualTo(one.key() + "+1");
        assertThat(read(notice.card()))
                .contains("Late: 2 alerts fired", "not watching", "155", "RSI", "buy", "$155.50 *", "gap");
        assertThat(commands(notice.card())).containsExactly("/alerts");
    }

    @Test
    void a_hundred_late_ones_show_as_many_as_can_be_read() {
        Alert alert = own("BABA price > 155 every time");
        List<AlertCards.Fired> fired = Stream.generate(
                        () -> new AlertCards.Fired(alert, fact(alert, false, Duration.ofHours(5))))
                .limit(100)
                .toList();
        assertThat(read(cards.fired(fired, GROUP, MONDAY))).contains("Late: 100 alerts fired", "75 more are not shown");
    }

    @Test
    void an_unknown_listing_fires_by_the_calendar_of_new_york() {
        Alert alert = own("ODD.ZZ price > 155 daily");
        AlertDesk.Judgement judged = desk.judge(alert, firing(alert, "ODD.ZZ", MONDAY));
        assertThat(judged.told()).isTrue();
        assertThat(Optional.ofNullable(judged.after().lastFired())).contains(MONDAY);
    }
}
