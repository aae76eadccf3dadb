package dev.bellwether.analyst;

import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Claim;

/** A statement of a text with what came of checking it. */
public sealed interface Checked {
    /** Symbol of the instrument it is about, or its name as printed if the group does not follow it; may be empty. */
    String about();

    /** What came of it. */
    Verdict verdict();

    /** A claim about a stock. */
    record OfClaim(Claim claim, String about, Verdict verdict) implements Checked {}

    /** A price target. */
    record OfCall(AnalystCall call, String about, Verdict verdict) implements Checked {}
}
