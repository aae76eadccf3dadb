package dev.bellwether.analyst;

import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Article;
import dev.bellwether.fact.Claim;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Instruments;
import dev.bellwether.fact.Mention;
import dev.bellwether.reading.Passage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an article states about configured instruments. Pure; what can't be a fact is left out. */
final class ArticleFacts {
    /** Outlets repeat a call for some days; the same firm setting the same target again later is news. */
    private static final Duration CALL = Duration.ofDays(7);

    /** What is said of prices is said of a day. */
    private static final Duration CLAIM = Duration.ofDays(1);

    private static final Duration ALWAYS = Duration.ofDays(3_650);
    private static final int YEARS_AHEAD = 2;
    private static final int DIGITS = 24;
    private static final BigDecimal MOST = new BigDecimal("1E15");

    private final Function<Passage, List<AnalystCall>> calls;
    private final Function<Passage, List<Claim>> claims;
    private final Companies companies;
    private final Firms firms;

    ArticleFacts(
            Function<Passage, List<AnalystCall>> calls,
            Function<Passage, List<Claim>> claims,
            Instruments instruments,
            Firms firms) {
        this.calls = calls;
        this.claims = claims;
        this.companies = new Companies(instruments);
        this.firms = firms;
    }

    /** The facts an article states, each once. */
    List<Sighting> of(Article article) {
        Passage passage = new Passage(article.text(), article.title(), article.published());
        List<Sighting> found = new ArrayList<>();
        calls.apply(passage).stream()
                .flatMap(call -> call(article, call).stream())
                .forEach(sighting -> add(found, sighting));
        claims.apply(passage).stream()
                .flatMap(claim -> claim(article, claim).stream())
                .forEach(sighting -> add(found, sighting));
        return found;
    }

    /** Headline and text of one article state a call twice; it is one sighting that tells what both do. */
    private static void add(List<Sighting> found, Sighting sighting) {
        for (int i = 0; i < found.size(); i++) {
            Sighting other = found.get(i);
            if (other.identity().equals(sighting.identity()) && sighting.agrees(other.fact())) {
                found.set(i, new Sighting(other.identity(), other.window(), together(other.fact(), sighting.fact())));
                return;
            }
        }
        found.add(sighting);
    }

    private static Fact.Printed together(Fact.Printed one, Fact.Printed other) {
        Fact.Printed both = FactMerge.with(one, other);
        return both instanceof Fact.Call call
                ? new Fact.Call(call.key(), call.symbol(), call.at(), call.call(), one.mentions())
                : one;
    }

    private Optional<Sighting> call(Article article, AnalystCall call) {
        if (!plausible(call.oldTarget()) || !plausible(call.newTarget())) {
            return Optional.empty();
        }
        return companies.meant(call.company(), call.symbol(), article.symbols()).map(instrument -> {
            String identity = FactKeys.identity(instrument.symbol(), call, firms);
            Fact.Printed fact = new Fact.Call(
                    FactKeys.key(
                            "call",
                            instrument.symbol(),
                            identity,
                            article,
                            FactKeys.number(call.oldTarget()),
                            String.valueOf(call.currency())),
                    instrument.symbol(),
                    article.when(),
                    call,
                    mention(article, call.sentence()));
            return new Sighting(identity, CALL, fact);
        });
    }

    /** A target is a number above zero that a share can cost. */
    private static boolean plausible(@Nullable BigDecimal target) {
        return target == null || (target.signum() > 0 && printable(target));
    }

    /** Digits without end are in texts to break programs. */
    private static boolean printable(@Nullable BigDecimal number) {
        return number == null
                || (number.precision() <= DIGITS
                        && Math.abs(number.scale()) <= DIGITS
                        && number.abs().compareTo(MOST) < 0);
    }

    private Optional<Sighting> claim(Article article, Claim claim) {
        LocalDate day = claim.date();
        if (!printable(claim.value()) || (day != null && !near(day, article))) {
            return Optional.empty();
        }
        return companies
                .meant(claim.company(), claim.symbol(), article.symbols())
                .map(instrument -> day == null
                        ? claimed(article, instrument.symbol(), claim)
                        : earnings(article, instrument.symbol(), day, claim));
    }

    /** Companies name the day of their results some months ahead. */
    private static boolean near(LocalDate day, Article article) {
        LocalDate published = article.when().atOffset(ZoneOffset.UTC).toLocalDate();
        return !day.isBefore(published.minusYears(YEARS_AHEAD)) && !day.isAfter(published.plusYears(YEARS_AHEAD));
    }

    private static Sighting earnings(Article article, String symbol, LocalDate day, Claim claim) {
        String identity = FactKeys.identity("earnings", symbol, day.toString());
        String key = FactKeys.key("earnings", symbol, identity, article);
        return new Sighting(
                identity,
                ALWAYS,
                new Fact.Earnings(key, symbol, article.when(), day, mention(article, claim.sentence())));
    }

    private static Sighting claimed(Article article, String symbol, Claim claim) {
        String identity = FactKeys.identity(
                "claim",
                symbol,
                claim.kind().name().toLowerCase(Locale.ROOT),
                FactKeys.number(claim.value()),
                String.valueOf(claim.currency()),
                String.valueOf(claim.period()));
        String key = FactKeys.key("claim", symbol, identity, article);
        return new Sighting(
                identity,
                CLAIM,
                new Fact.Claimed(key, symbol, article.when(), claim, mention(article, claim.sentence())));
    }

    private static List<Mention> mention(Article article, String sentence) {
        return List.of(new Mention(
                article.feed(), article.key(), article.publisher(), article.link(), article.when(), sentence));
    }
}
