package dev.bellwether.reading.claim;

import dev.bellwether.reading.token.Percent;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A percentage that says how far a share moved. Four questions must be answered: which way, what moved, over which time, and is it
 * a move at all rather than a distance from some level.
 */
final class Changes {
    private Changes() {}

    /**
     * What is known of a percentage.
     *
     * @param anchor the step of the word that gives the direction, or of the percentage itself
     * @param sign 1, -1, or 0 if only the printed sign tells
     * @param elliptical whether the word stands with the percentage before it: "8% over the week and 10% over the month"
     */
    record Move(int anchor, int sign, boolean elliptical) {}

    static @Nullable Found read(Steps steps, int at) {
        Percent percent = (Percent) steps.get(at).token();
        Move move = Direction.of(steps, at);
        if (move == null || Distance.measured(steps, at, move) || !Moved.share(steps, at, move)) {
            return null;
        }
        Horizon horizon = Spans.of(steps, at, move);
        if (horizon.kind() == null) {
            return null;
        }
        return Found.plain(horizon.kind(), signed(percent.value(), move.sign()), at, move.elliptical() ? 0.8 : 0.9);
    }

    private static BigDecimal signed(BigDecimal printed, int sign) {
        return sign == 0 ? printed : sign > 0 ? printed.abs() : printed.abs().negate();
    }
}
