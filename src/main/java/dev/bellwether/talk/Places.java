package dev.bellwether.talk;

import dev.bellwether.fact.Exchange;

/** Exchanges by the place that people call them by. */
public final class Places {
    private Places() {}

    /** The place in a word or two. */
    public static Line of(Exchange exchange) {
        return switch (exchange) {
            case NYSE -> Line.say("exchange.nyse");
            case NASDAQ -> Line.say("exchange.nasdaq");
            case HKEX -> Line.say("exchange.hkex");
            case XETRA -> Line.say("exchange.xetra");
            case FRANKFURT -> Line.say("exchange.frankfurt");
            case LSE -> Line.say("exchange.lse");
            case PARIS -> Line.say("exchange.paris");
            case AMSTERDAM -> Line.say("exchange.amsterdam");
            case BRUSSELS -> Line.say("exchange.brussels");
            case MILAN -> Line.say("exchange.milan");
            case MADRID -> Line.say("exchange.madrid");
            case VIENNA -> Line.say("exchange.vienna");
            case ZURICH -> Line.say("exchange.zurich");
            case STOCKHOLM -> Line.say("exchange.stockholm");
            case OSLO -> Line.say("exchange.oslo");
            case COPENHAGEN -> Line.say("exchange.copenhagen");
            case HELSINKI -> Line.say("exchange.helsinki");
            case WARSAW -> Line.say("exchange.warsaw");
            case TOKYO -> Line.say("exchange.tokyo");
            case SHANGHAI -> Line.say("exchange.shanghai");
            case SHENZHEN -> Line.say("exchange.shenzhen");
            case SEOUL -> Line.say("exchange.seoul");
            case TAIPEI -> Line.say("exchange.taipei");
            case SINGAPORE -> Line.say("exchange.singapore");
            case BOMBAY -> Line.say("exchange.bombay");
            case NSE -> Line.say("exchange.nse");
            case SYDNEY -> Line.say("exchange.sydney");
            case TORONTO -> Line.say("exchange.toronto");
            case SAO_PAULO -> Line.say("exchange.saopaulo");
        };
    }
}
