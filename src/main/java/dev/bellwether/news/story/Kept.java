package dev.bellwether.news.story;

/** An article kept to compare others with, and the story it belongs to. Equal only to itself. */
final class Kept {
    private final Gist gist;
    private final Telling telling;

    /** Counts the articles ever kept, so that equals are put in order. */
    private final long number;

    Kept(Gist gist, Telling telling, long number) {
        this.gist = gist;
        this.telling = telling;
        this.number = number;
    }

    Gist gist() {
        return gist;
    }

    Telling telling() {
        return telling;
    }

    long number() {
        return number;
    }
}
