package dev.bellwether.deliver;

/**
 * The way out of one front.
 *
 * @param sender sends its envelopes
 * @param pace what its platform allows; the same that its answers are paced by
 */
public record Way(Sender sender, Pace pace) {}
