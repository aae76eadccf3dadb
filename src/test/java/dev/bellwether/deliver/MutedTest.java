package dev.bellwether.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.store.OnBothEngines;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Lane;
import dev.bellwether.watch.FollowedLists.Followed;
import dev.bellwether.watch.Topic;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is silenced is not sent, and comes again by itself. */
class MutedTest extends OnBothEngines {
    private static final ChatId ANN = World.chat(1);
    private static final ChatId BOB = World.chat(2);
    private static final ChatId CAT = World.chat(3);

    @Test
    void a_chat_hears_nothing_of_a_topic_until_its_pause_ends() {
        World world = World.telegram(store);
        var start = world.time.instant();
        Followed list = new Followed(CAT, CAT, "3", Topic.Kind.BREAKOUTS);
        store.subscriptions().add(ANN, "breakouts", start);
        store.subscriptions().add(BOB, "breakouts:BABA", start);
        store.followedLists().add(list, start);
        store.followedLists().set(list, Set.of("BABA"), start);
        store.subscriptions().mute(ANN, "breakouts:BABA", start.plus(Duration.ofHours(1)), start);
        store.subscriptions().mute(CAT, "breakouts:BABA", null, start);
        Delivery delivery = world.delivery();
        delivery.post(world.notice("first", Lane.ALERT, Topic.audience(Topic.Kind.BREAKOUTS, "BABA")));
        assertThat(world.drain(delivery, Duration.ofMinutes(5))).isTrue();
        assertThat(world.platform.keys(ANN)).isEmpty();
        assertThat(world.platform.keys(BOB)).containsExactly("first");
        assertThat(world.platform.keys(CAT)).isEmpty();
        world.time.pass(Duration.ofHours(1));
        delivery.post(world.notice("second", Lane.ALERT, Topic.audience(Topic.Kind.BREAKOUTS, "BABA")));
        delivery.post(world.notice("other", Lane.ALERT, Topic.audience(Topic.Kind.BREAKOUTS, "JD")));
        assertThat(world.drain(delivery, Duration.ofMinutes(5))).isTrue();
        assertThat(world.platform.keys(ANN)).containsExactly("second", "other");
        assertThat(world.platform.keys(BOB)).containsExactly("first", "second");
        assertThat(world.platform.keys(CAT)).isEmpty();
        world.close();
    }
}
