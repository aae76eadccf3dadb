package dev.bellwether.watch.engine;

import java.time.DateTimeException;
import java.time.Instant;

/** A {@link Ticker}'s state beside its bars as text: numbers and moments with blanks between, {@code -} for what is not known. */
final class Memory {
    private static final String VERSION = "1";
    private static final int WORDS = 14;

    private Memory() {}

    static String of(Ticker ticker) {
        Tape tape = ticker.ticks;
        boolean nothing = tape.isEmpty() && Double.isNaN(ticker.parity) && ticker.today == Tape.NO_DAY;
        return nothing
                ? ""
                : String.join(
                        " ",
                        VERSION,
                        number(tape.latest),
                        number(tape.other),
                        number(tape.high),
                        number(tape.low),
                        day(tape.day),
                        moment(tape.pricedAt()),
                        number(ticker.parity),
                        number(ticker.otherParity),
                        moment(ticker.comparedAt),
                        day(ticker.today),
                        day(ticker.report),
                        day(ticker.ahead.day()),
                        number(ticker.ahead.factor()));
    }

    /** Sets what the text says, or nothing if it is none of ours. */
    static void read(String text, Ticker ticker) {
        if (text.isEmpty()) {
            return;
        }
        String[] words = text.split(" ", -1);
        if (words.length != WORDS || !words[0].equals(VERSION)) {
            throw new IllegalArgumentException("no memory of a listing: " + text);
        }
        try {
            set(words, ticker);
        } catch (NumberFormatException | DateTimeException e) {
            throw new IllegalArgumentException("no memory of a listing: " + text, e);
        }
    }

    private static void set(String[] words, Ticker ticker) {
        Tape tape = new Tape();
        tape.latest = number(words[1]);
        tape.other = number(words[2]);
        tape.high = number(words[3]);
        tape.low = number(words[4]);
        tape.day = day(words[5]);
        Instant pricedAt = moment(words[6]);
        double parity = number(words[7]);
        double otherParity = number(words[8]);
        Instant comparedAt = moment(words[9]);
        int today = day(words[10]);
        int report = day(words[11]);
        Scales.Split ahead = new Scales.Split(day(words[12]), number(words[13]));
        ticker.ticks.copy(tape);
        ticker.ticks.pricedAt(pricedAt);
        ticker.parity = parity;
        ticker.otherParity = otherParity;
        ticker.comparedAt = comparedAt;
        ticker.today = today;
        ticker.report = report;
        ticker.ahead = ahead;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : Double.toString(value);
    }

    private static double number(String word) {
        return word.equals("-") ? Double.NaN : Double.parseDouble(word);
    }

    private static String day(int day) {
        return day == Tape.NO_DAY ? "-" : Integer.toString(day);
    }

    private static int day(String word) {
        return word.equals("-") ? Tape.NO_DAY : Integer.parseInt(word);
    }

    private static String moment(Instant moment) {
        return moment.equals(Instant.MIN) ? "-" : moment.toString();
    }

    private static Instant moment(String word) {
        return word.equals("-") ? Instant.MIN : Instant.parse(word);
    }
}
