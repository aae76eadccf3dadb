package dev.bellwether.watch.rule;

import dev.bellwether.talk.Line;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads how many closes in a row: {@code twice}, {@code 3 times}, {@code 3x}, {@code for 3 days}. */
final class Times {
    /** More closes in a row than that are refused. */
    static final int MOST = 20;

    private static final Map<String, Integer> WORDS =
            Map.of("two", 2, "three", 3, "four", 4, "five", 5, "six", 6, "seven", 7, "eight", 8, "nine", 9, "ten", 10);

    private static final Pattern JOINED = Pattern.compile("\\d{1,4}[xd]");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,4}");

    private static final List<String> UNITS =
            List.of("times", "time", "days", "day", "closes", "close", "sessions", "session", "x");

    private Times() {}

    /** Whether a number before this token says how many times. */
    static boolean unit(Token token) {
        return UNITS.contains(token.text()) || token.is("consecutive");
    }

    /** Takes the number of times; 1 if none is typed. */
    static int read(Cursor cursor) {
        if (cursor.take("twice")) {
            return 2;
        }
        if (cursor.take("thrice")) {
            return 3;
        }
        int before = cursor.position();
        cursor.take("for");
        Token first = cursor.peek();
        int count = counted(cursor);
        if (count == 0) {
            cursor.back(before);
            return 1;
        }
        cursor.takeAll("in", "a", "row");
        if (count < 1 || count > MOST) {
            throw new Misread(first.start(), cursor.lastEnd(), Line.say("rule.times.range", MOST), List.of());
        }
        return count;
    }

    /** 0 if no number of times stands here; more than {@link #MOST} for any that is too large. */
    private static int counted(Cursor cursor) {
        String word = cursor.peek().text();
        if (JOINED.matcher(word).matches()) {
            cursor.skip(1);
            return atLeastOne(word.substring(0, word.length() - 1));
        }
        boolean digits = DIGITS.matcher(word).matches();
        int skipped = cursor.peek(1).is("consecutive") ? 2 : 1;
        if ((!digits && !WORDS.containsKey(word))
                || !UNITS.contains(cursor.peek(skipped).text())) {
            return 0;
        }
        cursor.skip(skipped + 1);
        return digits ? atLeastOne(word) : WORDS.getOrDefault(word, 0);
    }

    /** Zero times is as wrong as too many. */
    private static int atLeastOne(String digits) {
        int count = Integer.parseInt(digits);
        return count == 0 ? MOST + 1 : count;
    }
}
