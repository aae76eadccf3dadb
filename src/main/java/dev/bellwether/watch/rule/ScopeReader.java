package dev.bellwether.watch.rule;

import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Nearest;
import dev.bellwether.talk.Line;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads which listings a rule is about: the words before its condition. */
final class ScopeReader {
    /** A rule about more symbols is refused; that is what a watchlist is for. */
    static final int MOST_SYMBOLS = 20;

    /** Names have so many words at most. */
    private static final int LONGEST_NAME = 5;

    private final Cursor cursor;

    /** Null for a kept rule, whose symbols are taken as they are. */
    private final @Nullable Listings listings;

    private final Map<String, Optional<Listing>> found = new LinkedHashMap<>();

    ScopeReader(Cursor cursor, @Nullable Listings listings) {
        this.cursor = cursor;
        this.listings = listings;
    }

    /** The listings named, in the order typed; empty for a watchlist and for a kept rule. */
    List<Listing> listings() {
        return found.values().stream().flatMap(Optional::stream).toList();
    }

    Scope read() {
        boolean any = cursor.take("any") || cursor.takeAll("each", "of") || cursor.takeAll("one", "of");
        if (any) {
            cursor.take("of");
            cursor.take("my", "the");
        }
        if (cursor.take("watchlist") || cursor.takeAll("my", "watchlist")) {
            fillers();
            return new Scope.Watchlist();
        }
        symbol();
        while (cursor.take(",") || (any && nextInList())) {
            symbol();
        }
        fillers();
        return new Scope.Symbols(List.copyOf(found.keySet()));
    }

    /** Whether "and" or "or" is followed by one more symbol, as in "any of BABA, JD and PDD". */
    private boolean nextInList() {
        Token after = cursor.peek(1);
        boolean more = cursor.peek().is("and", "or")
                && after.isWord()
                && !Vocabulary.reserved(after.text())
                && (listings == null || listings.find(after.text()).isPresent());
        if (more) {
            cursor.skip(1);
        }
        return more;
    }

    private void fillers() {
        cursor.take(":");
        cursor.take("when", "if");
        cursor.take("is", "the", "its");
    }

    private void symbol() {
        Token first = cursor.peek();
        if (first.isEnd() || first.kind() == Token.Kind.SIGN || Vocabulary.reserved(first.text())) {
            throw new Misread(
                    first.start(),
                    first.start(),
                    Line.say("rule.symbol.first", Line.empty().code("BABA price > 155")),
                    List.of());
        }
        if (found.size() == MOST_SYMBOLS) {
            throw new Misread(first, Line.say("rule.symbol.many", MOST_SYMBOLS));
        }
        if (listings == null) {
            found.put(kept(cursor.next()), Optional.empty());
        } else {
            lookUp(listings, first);
        }
    }

    private String kept(Token token) {
        String typed = token.kind() == Token.Kind.QUOTED ? token.text() : cursor.typed(token);
        return typed.startsWith("$") ? typed.substring(1) : typed;
    }

    /** Takes the most words that are a name or symbol together. */
    private void lookUp(Listings known, Token first) {
        if (first.kind() == Token.Kind.QUOTED) {
            add(known, first.text(), 1, first);
            return;
        }
        int words = 1;
        while (words < LONGEST_NAME && cursor.peek(words).isWord()) {
            words++;
        }
        for (int length = words; length > 1; length--) {
            String name = name(length);
            if (known.find(name).isPresent()) {
                add(known, name, length, first);
                return;
            }
        }
        add(known, first.text(), 1, first);
    }

    private String name(int words) {
        return IntStream.range(0, words)
                .mapToObj(ahead -> cursor.peek(ahead).text())
                .collect(Collectors.joining(" "));
    }

    private void add(Listings known, String name, int words, Token first) {
        Listing listing = known.find(name).orElseThrow(() -> unknown(known, name, first));
        found.put(listing.symbol(), Optional.of(listing));
        cursor.skip(words);
    }

    private Misread unknown(Listings known, String name, Token first) {
        if (first.is("all") && cursor.peek(1).is("of")) {
            return new Misread(first, Line.say("rule.symbol.all"), List.of("any"));
        }
        return new Misread(first, Line.say("rule.symbol.unknown", Shown.text(cursor.typed(first))), known.near(name));
    }

    /** Takes a symbol of the scope that is typed again before a further condition; refuses one of another listing. */
    void again() {
        Token token = cursor.peek();
        if (listings == null || !token.isWord() || Vocabulary.reserved(token.text())) {
            return;
        }
        Optional<Listing> listing = listings.find(token.text());
        if (listing.isPresent() && found.containsKey(listing.get().symbol())) {
            cursor.skip(1);
        } else if (listing.isPresent() && looksLikeSymbol(token)) {
            throw new Misread(
                    token, Line.say("rule.symbol.second", listing.get().symbol()));
        }
    }

    /** With live prices any word may be a symbol, so a misspelt word of the language must not be taken for one. */
    private boolean looksLikeSymbol(Token token) {
        String typed = cursor.typed(token);
        return typed.equals(typed.toUpperCase(Locale.ROOT))
                && !token.isNumber()
                && Nearest.to(typed, Vocabulary.STARTS, 1).isEmpty();
    }
}
