package dev.bellwether.reading.call;

/** What a chunk is, as far as its words alone tell. Which part it plays is decided later. */
enum Tag {
    /** A name of a firm, company or person, or a bare ticker. */
    NAME,
    /** A noun for a price target. */
    TARGET,
    /** A verb that does something to a target or a rating; {@code code} is its {@link Verb}. */
    VERB,
    /** A rating; {@code code} is its stance. */
    RATING,
    /** An amount of money that may be the price of a share. */
    MONEY,
    /** A plain number. */
    NUMBER,
    PERCENT,
    /** Analysts or strategists; {@code code} is {@code one} or {@code many}. */
    ANALYST,
    /** Average, mean, consensus, and the ends of a range; {@code code} is CONSENSUS, HIGH or LOW. */
    AVERAGE,
    /** A preposition; {@code code} is the word. */
    PREPOSITION,
    /** He, it, who, and the like. */
    PRONOUN,
    /** Its, their, her. */
    POSSESSIVE,
    /** "The firm", "the brokerage": a firm named before. */
    FIRM_AGAIN,
    /** "The stock", "shares", "the company". */
    STOCK,
    COVERAGE,
    /** The words rating and recommendation. */
    RATING_NOUN,
    /** A noun that numbers belong to which are no price targets. */
    OTHER_NOUN,
    COMMA,
    /** Semicolon, or a dash between spaces. */
    STRONG_STOP,
    COLON,
    /** And, or. */
    AND,
    /** While, but, whereas: a new clause begins. */
    CLAUSE,
    OPEN,
    CLOSE,
    /** A hyphen or a dash without spaces. */
    DASH,
    ARROW,
    /** Any other word; {@code code} is the word in lower case. */
    WORD
}
