package dev.bellwether.watch.level;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.bot.console.CardText;
import dev.bellwether.bot.console.Paint;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Fact.LevelMet.Stage;
import dev.bellwether.fact.Fact.LevelMet.Trial;
import dev.bellwether.fact.LevelTries;
import dev.bellwether.fact.LevelTries.Attempt;
import dev.bellwether.fact.LevelTries.End;
import dev.bellwether.fact.Provenance;
import dev.bellwether.fact.WatchedLevel;
import dev.bellwether.fact.WatchedLevel.Kind;
import dev.bellwether.talk.Audience;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Language;
import dev.bellwether.talk.Notice;
import dev.bellwether.talk.Tone;
import dev.bellwether.talk.Voice;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BreakoutNoticesTest {
    private static final Instant AT = Instant.parse("2026-01-12T14:31:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-01-12");
    private static final ChatId CHAT = new ChatId("telegram", "7");
    private static final String FIRST = "level:BABA:press:155:2026-01-12:broken";
    private static final WatchedLevel PRESS = new WatchedLevel(
            "press:155",
            Kind.PRESS,
            155,
            "USD",
            "Wire",
            "The $155 level is a key *signal* zone.",
            URI.create("https://wire.example/155"));

    private final MemberLevels members = MemberLevels.inMemory();
    private final BreakoutNotices notices =
            new BreakoutNotices(Scene.INSTRUMENTS::find, members, BreakRules.defaults());

    private static Fact.LevelMet met(Stage stage, boolean upward, String listing, WatchedLevel level, Duration late) {
        boolean broken = stage == Stage.BROKEN;
        boolean beyond = stage != Stage.FAILED;
        double price = upward == beyond ? 159.29 : 150.10;
        return new Fact.LevelMet(
                broken ? FIRST : "level:" + listing + ":" + level.id() + ":2026-01-13:" + stage,
                "BABA",
                listing,
                AT,
                level,
                stage,
                upward,
                price,
                broken ? 0.9 : 1.24,
                broken,
                late,
                FIRST,
                new Provenance("Yahoo", AT, Duration.ofMinutes(15), null, false),
                new Trial(DAY, broken ? 0 : 2, broken ? null : Double.valueOf(2.3)),
                broken ? List.of(new WatchedLevel("sma-50", Kind.SMA_50, 152.96, "USD", "", "", null)) : List.of(),
                broken
                        ? new LevelTries(
                                LocalDate.parse("2025-01-10"),
                                List.of(
                                        new Attempt(LocalDate.parse("2025-09-15"), End.CONFIRMED),
                                        new Attempt(LocalDate.parse("2025-11-26"), End.FAILED)))
                        : null);
    }

    private static Fact.LevelMet met(Stage stage) {
        return met(stage, true, "BABA", PRESS, Duration.ZERO);
    }

    private Notice told(Fact.LevelMet fact) {
        return notices.of(fact).orElseThrow();
    }

    /** On one line, so that it does not matter where a terminal breaks it. */
    private static String text(Card card, Language language) {
        return new CardText(new Voice(language, ZoneOffset.UTC), Paint.PLAIN)
                .render(card)
                .replaceAll("\\s+", " ");
    }

    private static List<String> commands(Card card) {
        return card.blocks().stream()
                .filter(Block.Buttons.class::isInstance)
                .map(Block.Buttons.class::cast)
                .flatMap(buttons -> buttons.buttons().stream())
                .map(Block.Button::command)
                .toList();
    }

    @Test
    void a_break_says_which_level_by_whom_how_far_with_what_volume_and_how_earlier_tries_ended() {
        Notice notice = told(met(Stage.BROKEN));
        assertThat(text(notice.card(), Language.EN))
                .contains("BABA broke above the level of $155.00")
                .contains("$159.29")
                .contains("+2.8%")
                .contains("opened beyond it (gap)")
                .contains("named by Wire")
                .contains("key *signal* zone")
                .contains("SMA 50 $152.96")
                .contains("0.90× the 20-day average")
                .contains("2 since 2025-01-10: 1 confirmed, 1 failed, 0 undecided; the last on 2025-11-26, failed")
                .contains("Confirmed by 2 closes beyond with 1.5× the usual volume")
                .contains("Yahoo")
                .doesNotContain("Late");
        assertThat(notice.card().blocks().toString()).contains("https://wire.example/155");
        assertThat(notice.card().tone()).isEqualTo(Tone.UP);
        assertThat(commands(notice.card()))
                .containsExactly(
                        "/news BABA",
                        "/why BABA",
                        "/alert BABA price < 155 once",
                        "/unsubscribe breakouts BABA here 1d",
                        "/unsubscribe breakouts BABA here");
        assertThat(notice.key()).isEqualTo(FIRST);
        assertThat(notice.lane()).isEqualTo(Lane.ALERT);
        assertThat(notice.follow()).isNull();
        assertThat(notice.expires()).isEqualTo(AT.plus(Duration.ofDays(1)));
        assertThat(notice.audience()).isEqualTo(new Audience.AnyTopic(List.of("breakouts:BABA", "breakouts")));
    }

    @Test
    void what_became_of_it_is_a_reply_to_the_break() {
        Notice confirmed = told(met(Stage.CONFIRMED));
        assertThat(confirmed.follow()).isEqualTo(new Notice.Follow(FIRST, false));
        assertThat(text(confirmed.card(), Language.EN))
                .contains("BABA confirmed above the level of $155.00")
                .contains("2 since 2026-01-12")
                .contains("2.30× the 20-day average on 2026-01-12, 1.24× on the last closed day");
        Notice failed = told(met(Stage.FAILED));
        assertThat(failed.follow()).isEqualTo(new Notice.Follow(FIRST, false));
        assertThat(failed.card().tone()).isEqualTo(Tone.DOWN);
        assertThat(text(failed.card(), Language.EN)).contains("BABA fell back below the level of $155.00");
    }

    @Test
    void a_price_that_is_near_is_pushed_to_nobody() {
        assertThat(notices.of(met(Stage.NEAR))).isEmpty();
    }

    @Test
    void what_was_noticed_late_says_so_and_is_worth_telling_from_then_on() {
        Notice late = told(met(Stage.BROKEN, true, "BABA", PRESS, Duration.ofHours(30)));
        assertThat(text(late.card(), Language.EN)).contains("Late: this happened at");
        assertThat(late.expires()).isEqualTo(AT.plus(Duration.ofHours(54)));
        assertThat(late.card().at()).isEqualTo(AT.plus(Duration.ofHours(30)));
    }

    @Test
    void a_further_listing_is_told_to_those_who_named_it() {
        Notice notice = told(met(Stage.BROKEN, false, "9988.HK", PRESS, Duration.ZERO));
        assertThat(notice.audience()).isEqualTo(new Audience.AnyTopic(List.of("breakouts:9988.HK")));
        assertThat(notice.card().tone()).isEqualTo(Tone.DOWN);
        assertThat(commands(notice.card()))
                .contains("/alert 9988.HK price > 155 once", "/unsubscribe breakouts 9988.HK here");
    }

    @Test
    void a_members_level_is_told_in_its_chat_alone_and_not_when_it_was_removed() {
        MemberLevel level =
                members.add(CHAT, "ann", "BABA", 155, "buy zone <b>", AT).orElseThrow();
        WatchedLevel watched = new WatchedLevel(Levels.id(level), Kind.MEMBER, 155, "USD", "", "", null);
        Fact.LevelMet fact = met(Stage.BROKEN, true, "BABA", watched, Duration.ZERO);
        Notice notice = told(fact);
        assertThat(notice.audience()).isEqualTo(Audience.chat(CHAT));
        assertThat(text(notice.card(), Language.EN)).contains("set by ann").contains("buy zone <b>");
        assertThat(commands(notice.card())).contains("/levels BABA remove 155");
        members.remove(level.id());
        assertThat(notices.of(fact)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_kind_of_level_has_words_in_every_language_for_every_stage_and_direction(Kind kind) {
        MemberLevel own = members.add(CHAT, "ann", "BABA", 155, "", AT).orElseThrow();
        String id = kind == Kind.MEMBER ? Levels.id(own) : kind.name();
        WatchedLevel level = new WatchedLevel(id, kind, 155, "USD", "", "", null);
        for (Language language : Language.values()) {
            for (Stage stage : List.of(Stage.BROKEN, Stage.CONFIRMED, Stage.FAILED)) {
                for (boolean upward : new boolean[] {true, false}) {
                    Card card = told(met(stage, upward, "BABA", level, Duration.ZERO))
                            .card();
                    assertThat(text(card, language))
                            .contains("BABA")
                            .doesNotContain("breakout.")
                            .doesNotContain("{");
                }
            }
        }
    }
}
