/**
 * What analysts and the press say, kept and checked: the ledger of calls, consensus, revisions, scorecards; claims against the market.
 */
@NullMarked
package dev.bellwether.analyst;

import org.jspecify.annotations.NullMarked;
