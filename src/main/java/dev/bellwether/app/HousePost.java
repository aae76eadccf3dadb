package dev.bellwether.app;

import dev.bellwether.talk.Notice;
import dev.bellwether.talk.Post;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Notices are made by the house's clock and delivered by the machine's: in the sample mode it is January in the house, and what is
 * worth telling for some hours more would be long over. So their end is moved by as much as the clocks are apart.
 */
final class HousePost implements Post {
    private final Post delivery;
    private final InstantSource house;
    private final InstantSource machine;

    HousePost(Post delivery, InstantSource house, InstantSource machine) {
        this.delivery = delivery;
        this.house = house;
        this.machine = machine;
    }

    @Override
    public boolean post(Notice notice) {
        Duration apart = Duration.between(house.instant(), machine.instant());
        return delivery.post(new Notice(
                notice.key(),
                notice.card(),
                notice.audience(),
                notice.lane(),
                notice.expires().plus(apart),
                notice.follow()));
    }
}
