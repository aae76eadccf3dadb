package dev.bellwether.news.story;

import java.util.List;
import java.util.Set;

/**
 * What is kept of an article to compare others with.
 *
 * @param at seconds since 1970 when it was published; where unknown, when the article before it was
 * @param dated whether its publisher gave a date
 * @param terms its most telling words and numbers
 * @param firms the houses whose calls it is about; empty if it is not about calls
 * @param targets the price targets given with it, or those that its headline and first sentences state
 * @param kinds the kinds of event its headline tells of
 * @param periods months and quarters named in its headline
 * @param places countries named in its headline
 * @param leadPlaces countries named in its headline, or if there are none in its first sentence
 * @param companies symbols given with it
 * @param tickers tickers printed in brackets in the first sentence that has any
 * @param quantities the numbers of its headline and first sentence
 * @param fingerprint for finding copies
 */
record Gist(
        long at,
        boolean dated,
        Terms terms,
        Set<String> firms,
        Set<Double> targets,
        Set<String> kinds,
        Set<String> periods,
        Set<String> places,
        Set<String> leadPlaces,
        Set<String> companies,
        Set<String> tickers,
        List<Quantity> quantities,
        long fingerprint) {}
