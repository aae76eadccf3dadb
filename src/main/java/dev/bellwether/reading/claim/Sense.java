package dev.bellwether.reading.claim;

/** What a step of a sentence means to the patterns. The words of each sense stand in the files under {@code dev/bellwether/reading/claim}. */
enum Sense {
    /** A word that is in no list. */
    PLAIN,
    /** A punctuation mark. */
    MARK,
    /** A number, an amount of money or a percentage. */
    NUMBER,
    /** The code of a listing. */
    TICKER,
    /** Words that link a thing with its number: "of", "at", "stands at". */
    LINK,
    /** Words that make a number rough: "about". */
    HEDGE,
    /** A rise: verb, noun or adverb. */
    UP,
    /** A fall. */
    DOWN,
    /** A change whose sign is printed: "returned", "performance". */
    MOVE,
    /** No change. */
    SAME,
    /** A growth that is never said of a share. */
    GROW,
    /** What may or will be. */
    MODAL,
    /** A stretch of time. */
    PERIOD,
    /** The share itself. */
    SHARE,
    /** What is not the share: revenue, a dividend, another ratio. */
    FUND,
    /** What somebody thinks the share is worth, or pays for it. */
    TARGET,
    /** A market or an industry. */
    INDEX,
    /** Who buys or sells. */
    DEAL,
    /** "Compared with". */
    VERSUS,
    /** "After", "following": what comes next is a cause. */
    EVENT,
    /** Where another clause begins. */
    BREAK,
    /** A moving average. */
    AVERAGE,
    /** The relative strength index. */
    RSI,
    /** A high of 52 weeks. */
    HIGH52,
    /** A low of 52 weeks. */
    LOW52,
    /** A range of 52 weeks. */
    RANGE52,
    /** Another high or low, which is a price. */
    EXTREME,
    /** A support. */
    SUPPORT,
    /** A resistance, or a level to break out of. */
    RESISTANCE,
    /** A level of which the context says which kind it is. */
    LEVEL,
    /** The volume of trading. */
    VOLUME,
    /** The usual volume. */
    USUAL,
    /** Changed hands. */
    TRADED,
    /** Twice, triple, three times. */
    TIMES,
    /** The ratio of price and earnings. */
    PE,
    /** The market value. */
    CAP,
    /** A price. */
    PRICE,
    /** To trade, open, close. */
    TRADE,
    /** What a company reports. */
    EARNINGS,
    /** A day behind it is no day of earnings. */
    ENDED
}
