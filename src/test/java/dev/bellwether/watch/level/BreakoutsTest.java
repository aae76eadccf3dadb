package dev.bellwether.watch.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Fact.LevelMet.Stage;
import dev.bellwether.fact.LevelTries;
import dev.bellwether.fact.WatchedLevel;
import dev.bellwether.fact.WatchedLevel.Kind;
import dev.bellwether.talk.ChatId;
import dev.bellwether.watch.engine.Observation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A member's level or one of the press at 110, ten ranges above a calm price of 100: no other level is near. */
class BreakoutsTest {
    private static final ChatId CHAT = new ChatId("telegram", "1");

    private final Scene scene = new Scene();

    private Scene withMembersLevel(double price) {
        scene.members.add(CHAT, "ann", "BABA", price, "note", Instant.EPOCH);
        return scene.history(Scene.calm(300, 100));
    }

    private static Fact.LevelMet only(List<Fact.LevelMet> facts, Stage stage) {
        assertThat(facts).as("%s", facts).hasSize(1);
        assertThat(facts.getFirst().stage()).isEqualTo(stage);
        return facts.getFirst();
    }

    private static List<LevelTries.Attempt> attempts(Fact.LevelMet fact) {
        return Objects.requireNonNull(fact.before()).all();
    }

    @Test
    void what_one_jump_breaks_is_one_message_and_one_reply() {
        scene.press.level("BABA", "103", "2025-06-02T08:00:00Z", "Wire");
        scene.press.level("BABA", "107", "2025-06-03T08:00:00Z", "Wire");
        scene.history(Scene.calm(300, 100));
        Fact.LevelMet broken = only(scene.price(109, 0), Stage.BROKEN);
        assertThat(broken.also()).extracting(WatchedLevel::id).contains("press:103", "press:107");
        scene.close(109, 109.5, 108.5, 109, 2_000);
        only(scene.close(109, 109.5, 108.5, 109, 2_000), Stage.CONFIRMED);
    }

    private static List<Fact.LevelMet> of(List<Fact.LevelMet> facts, Kind kind) {
        return facts.stream().filter(fact -> fact.level().kind() == kind).toList();
    }

    @Test
    void a_try_is_told_from_its_break_to_its_confirmation_with_what_belongs_to_it() {
        withMembersLevel(110);
        LocalDate day = scene.nextDay();
        Fact.LevelMet broken = of(scene.price(110.5, 0), Kind.MEMBER).getFirst();
        assertThat(broken.stage()).isEqualTo(Stage.BROKEN);
        assertThat(broken.key()).isEqualTo("level:BABA:" + broken.level().id() + ":" + day + ":broken");
        assertThat(broken.first()).isEqualTo(broken.key());
        assertThat(broken.gap()).isTrue();
        assertThat(broken.upward()).isTrue();
        assertThat(broken.price()).isEqualTo(110.5);
        assertThat(broken.volume()).isEqualTo(1);
        assertThat(broken.trial()).isEqualTo(new Fact.LevelMet.Trial(day, 0, null));
        assertThat(attempts(broken)).isEmpty();
        assertThat(of(scene.close(110.5, 111, 110.3, 111, 2_000), Kind.MEMBER)).isEmpty();
        Fact.LevelMet confirmed =
                of(scene.close(111, 112, 110.3, 112, 900), Kind.MEMBER).getFirst();
        assertThat(confirmed.stage()).isEqualTo(Stage.CONFIRMED);
        assertThat(confirmed.first()).isEqualTo(broken.key());
        assertThat(confirmed.trial()).isEqualTo(new Fact.LevelMet.Trial(day, 2, 2.0));
        assertThat(confirmed.at())
                .isEqualTo(Scene.BABA.exchange().closing(scene.bars.getLast().date()));
    }

    @Test
    void a_close_back_fails_the_try_and_another_try_tells_of_it() {
        withMembersLevel(110);
        scene.close(108, 108.5, 107.5, 108, 1_000);
        Fact.LevelMet broken = of(scene.price(110.6, 5), Kind.MEMBER).getFirst();
        assertThat(broken.gap()).as("not at the opening").isFalse();
        Fact.LevelMet failed =
                of(scene.close(109, 110.6, 108, 109, 1_000), Kind.MEMBER).getFirst();
        assertThat(failed.stage()).isEqualTo(Stage.FAILED);
        assertThat(failed.first()).isEqualTo(broken.key());
        for (int i = 0; i < 3; i++) {
            scene.close(105, 105.5, 104.5, 105, 1_000);
        }
        Fact.LevelMet again = of(scene.price(111, 5), Kind.MEMBER).stream()
                .filter(fact -> fact.stage() == Stage.BROKEN)
                .findFirst()
                .orElseThrow();
        assertThat(attempts(again)).extracting(LevelTries.Attempt::end).containsExactly(LevelTries.End.FAILED);
    }

    @Test
    void what_was_before_the_first_look_is_not_told() {
        List<Bar> bars = new ArrayList<>(Scene.calm(280, 100));
        LocalDate day = bars.getLast().date();
        for (int i = 0; i < 3; i++) {
            day = day.plusDays(day.getDayOfWeek().getValue() == 5 ? 3 : 1);
            bars.add(new Bar(day, 120, 121, 119, 120, 3_000));
        }
        scene.history(bars);
        assertThat(scene.told).isEmpty();
        assertThat(scene.price(120.1, 10)).isEmpty();
        assertThat(scene.close(120, 121, 119, 120, 1_000)).isEmpty();
    }

    @Test
    void bars_alone_are_gone_through_from_their_opening_and_what_was_undone_within_one_is_not_told() {
        withMembersLevel(110);
        assertThat(of(scene.close(100, 112, 100, 101, 5_000), Kind.MEMBER))
                .filteredOn(fact -> fact.stage() != Stage.NEAR)
                .isEmpty();
        scene.close(100, 100.5, 99.5, 100, 1_000);
        Fact.LevelMet broken =
                of(scene.close(112, 113, 111, 112, 4_000), Kind.MEMBER).getFirst();
        assertThat(broken.stage()).isEqualTo(Stage.BROKEN);
        assertThat(broken.gap()).isTrue();
        assertThat(broken.at())
                .as("a gap is as old as the opening")
                .isEqualTo(Scene.BABA.exchange().opening(scene.bars.getLast().date()));
    }

    @Test
    void after_an_outage_the_missed_sessions_are_gone_through_in_order_and_said_to_be_late() {
        withMembersLevel(110);
        scene.bars.add(new Bar(scene.nextDay(), 112, 113, 111, 112, 4_000));
        scene.bars.add(new Bar(scene.nextDay(), 112, 113, 111, 112, 1_000));
        scene.behind = Duration.ofHours(3);
        scene.restart();
        List<Fact.LevelMet> facts = new ArrayList<>(of(scene.observe(scene.closing()), Kind.MEMBER));
        assertThat(facts).as("the restart itself was told of them").isEmpty();
        Scene other = new Scene();
        other.members.add(CHAT, "ann", "BABA", 110, "", Instant.EPOCH);
        other.history(Scene.calm(300, 100));
        other.bars.addAll(scene.bars.subList(300, 302));
        other.behind = Duration.ofHours(3);
        facts.addAll(of(other.observe(other.closing()), Kind.MEMBER));
        assertThat(facts).extracting(Fact.LevelMet::stage).containsExactly(Stage.BROKEN, Stage.CONFIRMED);
        assertThat(facts.getFirst().late()).isGreaterThan(Duration.ofDays(1));
        assertThat(facts.getLast().late()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void levels_at_nearly_one_price_are_one_with_all_its_origins() {
        scene.press.level("BABA", "110", "2024-06-04T08:00:00Z", "Wire");
        List<Bar> past = Scene.calm(300, 100);
        LocalDate recent = past.get(290).date();
        past.set(290, new Bar(recent, 100, 110.1, 100, 100, 1_000));
        scene.press.level("BABA", "110", recent + "T08:00:00Z", "Herald");
        scene.history(past);
        List<Fact.LevelMet> facts = scene.price(111, 0);
        Fact.LevelMet broken = only(facts, Stage.BROKEN);
        assertThat(broken.level().kind()).isEqualTo(Kind.HIGH_52W);
        assertThat(broken.also()).extracting(WatchedLevel::kind).contains(Kind.PRESS, Kind.DONCHIAN_20_HIGH);
        WatchedLevel press = broken.also().getFirst();
        assertThat(press.named()).isEqualTo("Herald");
        assertThat(press.words()).contains("110");
        assertThat(press.link()).isNotNull();
        assertThat(scene.price(112, 20)).isEmpty();
        scene.close(111, 112, 110.5, 112, 2_000);
        only(scene.close(112, 113, 111, 112, 2_000), Stage.CONFIRMED);
    }

    @Test
    void a_level_that_the_press_names_while_the_session_runs_is_watched_at_once() {
        scene.history(Scene.calm(300, 100));
        scene.price(100, 0);
        Instant at = Scene.BABA.exchange().opening(scene.nextDay()).plusSeconds(600);
        scene.press.level("BABA", "105", at.toString(), "Wire");
        Fact.Claimed claimed = scene.press.known(Fact.Claimed.class, "BABA", at).getFirst();
        scene.observe(new Observation.Learned("BABA", at, claimed));
        scene.price(102, 15);
        Fact.LevelMet broken = only(scene.price(106, 20), Stage.BROKEN);
        assertThat(broken.level().id()).isEqualTo("press:105");
        assertThat(broken.at()).isEqualTo(at.plus(Duration.ofMinutes(10)));
    }

    @Test
    void what_the_press_names_in_another_currency_or_long_ago_or_far_away_is_no_level() {
        PressLevels levels = new PressLevels(scene.press);
        scene.press.level("BABA", "105", "2026-01-02T08:00:00Z", "Wire");
        scene.press.level("BABA", "900", "2026-01-02T08:00:00Z", "Wire");
        Instant soon = Instant.parse("2026-01-03T08:00:00Z");
        assertThat(levels.of(Scene.ALIBABA, Scene.BABA, 100, soon))
                .extracting(WatchedLevel::id)
                .containsExactly("press:105");
        assertThat(levels.of(Scene.ALIBABA, Scene.ALIBABA.listings().getLast(), 100, soon))
                .isEmpty();
        assertThat(levels.of(Scene.ALIBABA, Scene.BABA, 100, Instant.parse("2026-01-01T08:00:00Z")))
                .as("not known yet")
                .isEmpty();
        assertThat(levels.of(Scene.ALIBABA, Scene.BABA, 100, Instant.parse("2026-05-03T08:00:00Z")))
                .as("forgotten")
                .isEmpty();
    }

    @Test
    void a_member_sets_a_level_while_the_session_runs_and_removes_it() {
        scene.history(Scene.calm(300, 100));
        scene.price(100, 0);
        MemberLevel level =
                scene.members.add(CHAT, "ann", "BABA", 104, "", scene.now).orElseThrow();
        assertThat(of(scene.price(100.2, 10), Kind.MEMBER)).isEmpty();
        assertThat(of(scene.price(105, 20), Kind.MEMBER)).hasSize(1);
        assertThat(scene.told)
                .filteredOn(fact -> fact.level().kind() == Kind.MEMBER)
                .allSatisfy(fact -> {
                    assertThat(fact.level().named())
                            .as("facts outlive whom they name")
                            .isEmpty();
                    assertThat(fact.level().words()).isEmpty();
                });
        scene.members.remove(level.id());
        scene.price(104.9, 30);
        scene.close(105, 106, 104.5, 105, 3_000);
        assertThat(of(scene.close(105, 106, 104.5, 105, 3_000), Kind.MEMBER)).isEmpty();
    }

    @Test
    void a_level_set_beyond_the_price_is_broken_downwards() {
        withMembersLevel(95);
        Fact.LevelMet broken = of(scene.price(94, 0), Kind.MEMBER).getFirst();
        assertThat(broken.upward()).isFalse();
        assertThat(broken.stage()).isEqualTo(Stage.BROKEN);
        assertThat(broken.gap()).isTrue();
    }

    @Test
    void a_source_that_adjusts_for_a_split_takes_all_levels_along() {
        withMembersLevel(110);
        scene.price(100.1, 0);
        scene.close(100, 100.5, 99.5, 100.2, 1_000);
        scene.bars.replaceAll(bar ->
                new Bar(bar.date(), bar.open() / 4, bar.high() / 4, bar.low() / 4, bar.close() / 4, bar.volume() * 4));
        assertThat(scene.close(25, 25.1, 24.9, 25, 4_000)).isEmpty();
        assertThat(scene.members.on("BABA").getFirst().price()).isCloseTo(27.5, within(0.01));
        assertThat(of(scene.price(27.2, 10), Kind.MEMBER))
                .extracting(Fact.LevelMet::stage)
                .doesNotContain(Stage.BROKEN);
        Fact.LevelMet broken = of(scene.price(27.9, 20), Kind.MEMBER).getFirst();
        assertThat(broken.level().price()).isCloseTo(27.5, within(0.01));
    }

    @Test
    void a_split_that_the_source_does_not_adjust_for_breaks_nothing() {
        withMembersLevel(110);
        LocalDate day = scene.nextDay();
        scene.splits = Set.of(day);
        scene.close(25, 25.1, 24.9, 25, 4_000);
        assertThat(scene.members.on("BABA").getFirst().price()).isCloseTo(27.5, within(1e-9));
        scene.price(25.2, 10);
        assertThat(scene.told).extracting(Fact.LevelMet::stage).doesNotContain(Stage.BROKEN);
        assertThat(of(scene.price(28, 20), Kind.MEMBER)).hasSize(1);
    }

    @Test
    void a_try_under_way_goes_on_over_a_split() {
        withMembersLevel(110);
        scene.price(111, 0);
        scene.close(111, 111.5, 110.5, 111, 2_000);
        scene.splits = Set.of(scene.nextDay());
        List<Fact.LevelMet> facts = of(scene.close(55.6, 56, 55.2, 55.5, 2_000), Kind.MEMBER);
        Fact.LevelMet confirmed = only(facts, Stage.CONFIRMED);
        assertThat(confirmed.level().price()).isCloseTo(55, within(1e-9));
    }

    @Test
    void without_volumes_breaks_are_confirmed_by_closes_and_the_volume_is_not_known() {
        scene.members.add(CHAT, "ann", "BABA", 110, "", Instant.EPOCH);
        List<Bar> past = new ArrayList<>(Scene.calm(300, 100));
        past.replaceAll(bar -> new Bar(bar.date(), bar.open(), bar.high(), bar.low(), bar.close(), Bar.NO_VOLUME));
        scene.history(past);
        assertThat(of(scene.price(111, 0), Kind.MEMBER).getFirst().volume()).isNull();
        scene.close(111, 111.5, 110.5, 111, Bar.NO_VOLUME);
        Fact.LevelMet confirmed =
                only(of(scene.close(111, 111.5, 110.5, 111, Bar.NO_VOLUME), Kind.MEMBER), Stage.CONFIRMED);
        assertThat(confirmed.volume()).isNull();
    }

    @Test
    void one_bar_or_none_is_no_reason_to_fail() {
        scene.observe(new Observation.Closed("BABA", Instant.EPOCH, List.of(), Set.of(), Scene.source(Instant.EPOCH)));
        Instant early = Instant.parse("2024-06-03T15:00:00Z");
        assertThat(scene.observe(new Observation.Priced("BABA", early, 100, true, Scene.source(early))))
                .isEmpty();
        scene.members.add(CHAT, "ann", "BABA", 110, "", Instant.EPOCH);
        scene.history(Scene.calm(1, 100));
        assertThat(scene.price(120, 0)).as("there is no range yet").isEmpty();
        for (int i = 0; i < 13; i++) {
            scene.close(100, 100.5, 99.5, 100, 1_000);
        }
        assertThat(of(scene.price(111, 0), Kind.MEMBER)).hasSize(1);
    }

    @Test
    void prices_that_do_not_move_break_nothing() {
        List<Bar> past = Scene.calm(300, 100).stream()
                .map(bar -> new Bar(bar.date(), 100, 100, 100, 100, 1_000))
                .toList();
        scene.history(past);
        for (int i = 0; i < 30; i++) {
            scene.price(100, 0);
            scene.price(100.1, 60);
            scene.close(100, 1_000);
        }
        assertThat(scene.told).isEmpty();
    }

    @Test
    void what_nobody_configured_is_not_watched_and_old_prices_are_not_news() {
        Instant at = Instant.parse("2026-01-05T15:00:00Z");
        assertThat(scene.watch().observe(new Observation.Priced("XYZ", at, 1, true, Scene.source(at))))
                .isEmpty();
        withMembersLevel(110);
        Instant old = Scene.BABA.exchange().opening(scene.bars.getLast().date());
        assertThat(scene.observe(new Observation.Priced("BABA", old, 120, false, Scene.source(old))))
                .isEmpty();
        assertThat(scene.observe(new Observation.Priced("BABA", scene.now, Double.NaN, false, Scene.source(old))))
                .isEmpty();
    }

    @Test
    void a_transaction_that_failed_is_gone_through_again() {
        withMembersLevel(110);
        Instant at = Scene.BABA.exchange().opening(scene.nextDay());
        Observation priced = new Observation.Priced("BABA", at, 111, true, Scene.source(at));
        scene.now = at;
        List<Fact.LevelMet> lost = scene.watch().observe(priced);
        scene.watch().reload();
        assertThat(lost).isNotEmpty();
        assertThat(scene.observe(priced)).isEqualTo(lost);
        assertThat(scene.observe(priced)).isEmpty();
    }

    @Test
    void a_bar_that_is_corrected_is_no_split() {
        withMembersLevel(110);
        scene.close(100, 121, 99.5, 120, 1_000);
        Bar wrong = scene.bars.removeLast();
        scene.bars.add(new Bar(wrong.date(), 100, 100.5, 99.5, 100, 1_000));
        scene.close(100, 100.5, 99.5, 100, 1_000);
        assertThat(scene.members.on("BABA").getFirst().price()).isEqualTo(110);
    }

    @Test
    void what_happened_while_nobody_looked_for_weeks_is_no_news() {
        withMembersLevel(110);
        for (int i = 0; i < 30; i++) {
            double price = i < 15 ? 112 : 100;
            scene.bars.add(new Bar(scene.nextDay(), price, price + 0.5, price - 0.5, price, 3_000));
        }
        scene.restart();
        assertThat(scene.observe(scene.closing())).isEmpty();
        Scene other = new Scene();
        other.members.add(CHAT, "ann", "BABA", 110, "", Instant.EPOCH);
        other.history(Scene.calm(300, 100));
        other.bars.addAll(scene.bars.subList(300, 330));
        List<Fact.LevelMet> facts = other.observe(other.closing());
        assertThat(facts)
                .allSatisfy(fact -> assertThat(
                                Duration.between(fact.at(), other.now).toDays())
                        .isLessThan(10));
        assertThat(of(facts, Kind.MEMBER)).isEmpty();
    }
}
