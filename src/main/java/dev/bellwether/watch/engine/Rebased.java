package dev.bellwether.watch.engine;

/**
 * A listing was split, and a rule's amounts of money were changed to the new scale. Its owner is to be told, and its text to be changed with
 * {@link Rebasing#rebase}.
 *
 * @param alert the rule's id
 * @param listing whose prices have the new scale
 * @param factor old price by new price: 8 for a split 8:1
 */
public record Rebased(long alert, String listing, double factor) {}
