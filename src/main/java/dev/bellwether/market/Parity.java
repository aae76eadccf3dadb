package dev.bellwether.market;

import dev.bellwether.fact.Listing;
import dev.bellwether.talk.Line;

/**
 * What two listings of one company say about each other's price: an ADR that bundles eight Hong Kong shares is worth eight of
 * them, changed into dollars. Neither fees nor the hours between the two closes are looked at.
 *
 * @param implied the ADR's price if it cost exactly what its home shares cost, in the ADR's currency
 * @param premium how far the ADR stands above that (negative: below, a discount), in percent of {@code implied}
 * @param currency the ADR's currency: ISO 4217, or {@code GBX}
 */
public record Parity(Measure implied, Measure premium, String currency) {

    /**
     * One of the two listings.
     *
     * @param price of one unit, in {@code currency}
     * @param currency ISO 4217 code, or {@code GBX} for pence
     * @param shares how many ordinary shares one unit stands for
     */
    public record Quoted(double price, String currency, int shares) {
        /** A listing at a price. */
        public static Quoted of(Listing listing, double price) {
            return new Quoted(price, listing.currency(), listing.shares());
        }

        private double pricePerShare() {
            return price / pence(currency) / shares;
        }
    }

    /**
     * Compares two listings. Prices and rates that are not above zero give a missing parity.
     *
     * @param rate how much of the ADR's currency one unit of the home currency buys; pounds stand for pence, so between {@code
     *     GBX} and {@code USD} it is the rate of the pound
     */
    public static Parity of(Quoted adr, Quoted home, double rate) {
        if (!ClosedBars.isPrice(adr.price()) || !ClosedBars.isPrice(home.price())) {
            return missing(Line.say("market.price.none"), adr.currency());
        }
        if (!ClosedBars.isPrice(rate)) {
            return missing(Line.say("market.rate.none"), adr.currency());
        }
        double implied = home.pricePerShare() * rate * adr.shares() * pence(adr.currency());
        return new Parity(Measure.of(implied), Percent.above(implied, adr.price()), adr.currency());
    }

    private static Parity missing(Line why, String currency) {
        Measure.Missing missing = new Measure.Missing(why);
        return new Parity(missing, missing, currency);
    }

    private static double pence(String currency) {
        return currency.equals("GBX") ? 100 : 1;
    }
}
