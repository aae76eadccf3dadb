package dev.bellwether.digest;

import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Nearest;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Line;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what managers type behind {@code /digest on}: times, days, sessions, instruments, sections, length and language, in any
 * order, with as many or as few small words as they like. A word that means nothing is named, with what was probably meant.
 */
public final class SpecParser {
    private static final int LONGEST_SHOWN = 40;
    private static final int MOST_TIMES = 12;
    private static final int MOST_SYMBOLS = 50;
    private static final int LONGEST_NAME = 4;

    private final Function<String, Optional<String>> symbols;
    private final Function<String, List<String>> near;
    private final Finish finish;

    private SpecParser(Function<String, Optional<String>> symbols, Function<String, List<String>> near, Finish finish) {
        this.symbols = symbols;
        this.near = near;
        this.finish = finish;
    }

    /** Reads what people type: symbols must mean something, and what is left out becomes what is usual. */
    public static SpecParser of(Following following) {
        return new SpecParser(
                typed -> following.find(typed).map(Followed::symbol), following::near, Finish.of(following));
    }

    /** Reads what {@link SpecText} wrote: a symbol that was taken out of the settings since is still a symbol. */
    public static SpecParser ofStored() {
        return new SpecParser(
                typed -> Optional.of(typed.substring(1)).filter(symbol -> typed.startsWith("$")),
                typed -> List.of(),
                new Finish(Exchange.NYSE));
    }

    /**
     * The digests that a text means: one, or without a time the usual two, one before the session and one after it.
     *
     * @throws SpecProblem if it means none
     */
    public List<DigestSpec> parse(ChatId chat, String text) {
        Draft draft = new Draft();
        new Reading(SpecTokens.of(text), draft).read();
        return finish.specs(chat, draft);
    }

    /** The reading of one text. */
    private final class Reading {
        private final List<String> typed;
        private final List<String> words;
        private final Draft draft;
        private int at;

        Reading(List<String> typed, Draft draft) {
            this.typed = typed;
            this.words =
                    typed.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
            this.draft = draft;
        }

        void read() {
            while (at < words.size()) {
                if (!readOne()) {
                    throw new SpecProblem(odd(typed.get(at)));
                }
            }
        }

        private boolean readOne() {
            return symbol(true)
                    || duration()
                    || time()
                    || edge()
                    || days()
                    || sections()
                    || choice()
                    || trading()
                    || symbol(false)
                    || noise();
        }

        private List<String> rest() {
            return words.subList(at, words.size());
        }

        private String word(int ahead) {
            return at + ahead < words.size() ? words.get(at + ahead) : "";
        }

        private boolean take(Set<String> expected) {
            boolean there = expected.contains(word(0));
            at += there ? 1 : 0;
            return there;
        }

        private boolean noise() {
            return take(SpecWords.NOISE);
        }

        private void skipNoise() {
            while (noise()) {
                // they say nothing
            }
        }

        private boolean duration() {
            Optional<SpecTokens.Amount> amount = SpecTokens.amount(rest());
            if (amount.isEmpty()) {
                return false;
            }
            String shown = String.join(" ", typed.subList(at, at + amount.get().words()));
            Duration length = amount.get().length();
            if (length.compareTo(When.AtSession.FURTHEST) > 0) {
                throw new SpecProblem(Line.say("digest.far", shown, When.AtSession.FURTHEST.toHours()));
            }
            at += amount.get().words();
            skipNoise();
            if (!beforeOrAfter(length)) {
                throw new SpecProblem(Line.say("digest.offset", shown));
            }
            return true;
        }

        /** {@code before NYSE opens}, {@code after the close}; without an amount the usual one. */
        private boolean edge() {
            return beforeOrAfter(null) || plainEdge();
        }

        private boolean beforeOrAfter(@Nullable Duration amount) {
            boolean before = SpecWords.BEFORE.contains(word(0));
            if (!before && !SpecWords.AFTER.contains(word(0))) {
                return false;
            }
            String shown = typed.get(at);
            at++;
            skipNoise();
            Exchange exchange = exchange();
            skipNoise();
            When.Edge edge = SpecWords.EDGES.get(word(0));
            if (edge == null && exchange == null) {
                throw new SpecProblem(
                        at < typed.size() ? oddExchange(typed.get(at)) : Line.say("digest.of-what", shown));
            }
            at += edge == null ? 0 : 1;
            exchange = exchange == null ? ofExchange() : exchange;
            set(new Draft.Edged(
                    exchange, edge != null ? edge : before ? When.Edge.OPEN : When.Edge.CLOSE, amount, before));
            return true;
        }

        /** The exchange behind the end of its session, as in {@code the close of NYSE}; what else follows is left. */
        private @Nullable Exchange ofExchange() {
            int behind = at;
            skipNoise();
            Exchange exchange = exchange();
            if (exchange == null) {
                at = behind;
            }
            return exchange;
        }

        /** {@code at NYSE open}: on the moment. */
        private boolean plainEdge() {
            Optional<SpecWords.Named> named = SpecWords.exchange(rest());
            int length = named.map(SpecWords.Named::words).orElse(0);
            When.Edge edge = SpecWords.EDGES.get(word(length));
            if (edge == null) {
                return false;
            }
            at += length + 1;
            set(new Draft.Edged(named.map(SpecWords.Named::exchange).orElse(null), edge, Duration.ZERO, false));
            return true;
        }

        private void set(Draft.Edged session) {
            if (draft.session != null) {
                throw new SpecProblem(Line.say("digest.one-session"));
            }
            draft.session = session;
        }

        private @Nullable Exchange exchange() {
            Optional<SpecWords.Named> named = SpecWords.exchange(rest());
            at += named.map(SpecWords.Named::words).orElse(0);
            return named.map(SpecWords.Named::exchange).orElse(null);
        }

        private boolean time() {
            Optional<SpecTokens.Clock> clock = SpecTokens.clock(rest());
            if (clock.isEmpty()) {
                return false;
            }
            if (clock.get().time() == null) {
                throw new SpecProblem(Line.say("digest.time", shown(typed.get(at))));
            }
            at += clock.get().words();
            draft.times.add(clock.get().time());
            if (draft.times.size() > MOST_TIMES) {
                throw new SpecProblem(Line.say("digest.times", MOST_TIMES));
            }
            return true;
        }

        private boolean days() {
            Optional<Set<DayOfWeek>> days = SpecTokens.days(word(0));
            days.ifPresent(draft.days::addAll);
            at += days.isPresent() ? 1 : 0;
            return days.isPresent();
        }

        private boolean sections() {
            if (take(SpecWords.SECTIONS)) {
                Section first = SpecWords.SECTION_NAMES.get(word(0));
                if (first == null) {
                    throw new SpecProblem(oddSection(at < typed.size() ? typed.get(at) : ""));
                }
                return true;
            }
            if (take(SpecWords.WITHOUT)) {
                Section section = SpecWords.SECTION_NAMES.get(word(0));
                if (section == null) {
                    throw new SpecProblem(oddSection(at < typed.size() ? typed.get(at) : ""));
                }
                at++;
                draft.without.add(section);
                return true;
            }
            Section section = SpecWords.SECTION_NAMES.get(word(0));
            if (section == null) {
                return false;
            }
            at++;
            draft.sections.add(section);
            return true;
        }

        private boolean choice() {
            if (take(SpecWords.WATCHED)) {
                draft.watched = true;
            } else if (take(SpecWords.FAVOURITES)) {
                draft.favourites = true;
            } else if (take(SpecWords.SHORT)) {
                draft.length = DigestSpec.Length.SHORT;
            } else if (take(SpecWords.FULL)) {
                draft.length = DigestSpec.Length.FULL;
            } else if (take(SpecWords.WEEKLY)) {
                draft.weekly = true;
            } else if (SpecWords.LANGUAGES.containsKey(word(0))) {
                draft.language = SpecWords.LANGUAGES.get(word(0));
                at++;
            } else {
                return false;
            }
            return true;
        }

        /** {@code trading days of NYSE}, {@code NYSE trading days}, {@code trading days}, or {@code NYSE} alone. */
        private boolean trading() {
            int start = at;
            Exchange exchange = exchange();
            boolean said = take(SpecWords.TRADING);
            if (said) {
                var _ = take(SpecWords.TRADING_DAYS);
                int behind = at;
                skipNoise();
                Exchange after = exchange == null ? exchange() : null;
                if (after == null) {
                    at = behind;
                }
                exchange = exchange == null ? after : exchange;
            }
            if (exchange == null && !said) {
                at = start;
                return false;
            }
            draft.trading = exchange;
            draft.tradingDays = true;
            return true;
        }

        /** @param marked whether it must stand behind a dollar sign, which makes anything a symbol */
        private boolean symbol(boolean marked) {
            String first = typed.get(at);
            if (marked != first.startsWith("$") || SpecWords.NOISE.contains(word(0))) {
                return false;
            }
            for (int length = Math.min(LONGEST_NAME, typed.size() - at); length > 0; length--) {
                String name = String.join(" ", typed.subList(at, at + length));
                Optional<String> found = marked && length > 1 ? Optional.empty() : symbols.apply(name);
                if (found.isPresent()) {
                    draft.symbols.add(found.get());
                    at += length;
                    if (draft.symbols.size() > MOST_SYMBOLS) {
                        throw new SpecProblem(Line.say("digest.symbols", MOST_SYMBOLS));
                    }
                    return true;
                }
            }
            return false;
        }
    }

    private Line odd(String word) {
        List<String> meant = new ArrayList<>(Nearest.to(word, SpecWords.all(), 2));
        near.apply(word).stream().filter(symbol -> !meant.contains(symbol)).forEach(meant::add);
        return suggested(Line.say("digest.odd", shown(word)), meant);
    }

    private static Line oddExchange(String word) {
        return suggested(Line.say("digest.exchange", shown(word)), Nearest.to(word, SpecWords.EXCHANGES.keySet(), 2));
    }

    private static Line oddSection(String word) {
        String all = String.join(
                ", ", Arrays.stream(Section.values()).map(Section::word).toList());
        return suggested(
                word.isEmpty() ? Line.say("digest.sections", all) : Line.say("digest.section", shown(word), all),
                Nearest.to(word, SpecWords.SECTION_NAMES.keySet(), 1));
    }

    private static Line suggested(Line sentence, List<String> meant) {
        return meant.isEmpty()
                ? sentence
                : Line.say(
                        "digest.meant",
                        sentence,
                        Line.joined(
                                "value.or",
                                meant.stream().limit(3).map(Line::of).toList()));
    }

    private static String shown(String word) {
        return word.length() > LONGEST_SHOWN ? word.substring(0, LONGEST_SHOWN - 1) + "…" : word;
    }
}
