import java.util.SplittableRandom;

/** Random numbers that never change with the Java version: the normal ones are made here, by Box and Muller. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Between 0 (never reached) and 1. */
    double uniform() {
        return ((random.nextLong() >>> 11) + 1) * 0x1p-53;
    }

    double normal() {
        return StrictMath.sqrt(-2 * StrictMath.log(uniform())) * StrictMath.cos(2 * StrictMath.PI * uniform());
    }
}
