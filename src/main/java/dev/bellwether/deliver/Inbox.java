package dev.bellwether.deliver;

import java.time.Instant;
import java.util.List;

/**
 * What a platform gave the bot and the bot has not dealt with yet. An update is kept before the platform is told that it
 * arrived, so a crash repeats an answer rather than losing a question.
 */
public interface Inbox {
    /**
     * Keeps updates, all in one transaction; those already known are left as they are.
     *
     * @return those that were new, in the order given
     */
    List<Update> keep(String front, List<Update> updates, Instant at);

    /** What is kept and not done, oldest number first. */
    List<Update> open(String front);

    /** Dealt with. The number stays known for a while, so that a repeat is recognised. */
    void done(String front, long number, Instant at);

    /** The highest number ever kept for a front; -1 if there is none. */
    long highest(String front);

    /**
     * What a platform sent.
     *
     * @param number the platform's own number, growing
     * @param body as it came
     */
    record Update(long number, String body) {}
}
