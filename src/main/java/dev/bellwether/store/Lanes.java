package dev.bellwether.store;

import dev.bellwether.talk.Lane;

/** How lanes stand in the database: as numbers, so that they can be sorted by. */
final class Lanes {
    private Lanes() {}

    static int number(Lane lane) {
        return switch (lane) {
            case ANSWER -> 0;
            case ALERT -> 1;
            case DIGEST -> 2;
        };
    }

    static Lane of(int number) {
        return switch (number) {
            case 0 -> Lane.ANSWER;
            case 1 -> Lane.ALERT;
            case 2 -> Lane.DIGEST;
            default -> throw new IllegalStateException("no lane " + number);
        };
    }
}
