package dev.bellwether.watch.run;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What the watch keeps between two starts. Safe for threads; every change takes part in {@code fact.Transactions}. */
public interface WatchMemory {
    /** How far the watch has come with a listing; empty if it never watched it. */
    Optional<Cursor> cursor(String listing);

    /** Keeps how far it has come. */
    void save(Cursor cursor);

    /** The listings of which is kept how far the watch has come. */
    List<String> watched();

    /** Forgets all about a listing: nobody wants it watched any more. */
    void drop(String listing);

    /** The firings of a listing that are held back. */
    List<HeldBack> heldFor(String listing);

    /** Those of an alert. */
    List<HeldBack> heldOf(long alert);

    /** The listings that have such firings. */
    List<String> doubtful();

    /** Holds firings of one listing back, and no others of it. */
    void hold(String listing, List<HeldBack> held);

    /** Keeps back that a late fact is to be told; a second one with the same key is the same one. */
    void delay(Late late);

    /** The late facts that are to be told, in the order in which they were kept back. */
    List<Late> delayed();

    /** Forgets late facts, by their keys: they are told now. */
    void told(Collection<String> keys);
}
