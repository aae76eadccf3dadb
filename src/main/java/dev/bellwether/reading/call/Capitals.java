package dev.bellwether.reading.call;

import dev.bellwether.reading.token.Token;
import dev.bellwether.reading.token.Word;
import java.util.List;

/** Tells headlines, where most words have a capital letter and capitals say little, from running text. */
final class Capitals {
    private Capitals() {}

    /** Whether more than three in five of the longer words begin with a capital letter. */
    static boolean inHeadline(List<Token> sentence) {
        int longer = 0;
        int capitalised = 0;
        for (Token token : sentence) {
            if (token instanceof Word word && word.text().length() >= 4) {
                longer++;
                capitalised += word.capitalised() ? 1 : 0;
            }
        }
        return capitalised * 5 > longer * 3;
    }
}
