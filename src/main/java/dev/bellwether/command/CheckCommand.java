package dev.bellwether.command;

import dev.bellwether.analyst.Dateline;
import dev.bellwether.analyst.TextCheck;
import dev.bellwether.news.PageReader;
import dev.bellwether.news.WebPage;
import dev.bellwether.reading.CleanText;
import dev.bellwether.reading.Passage;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Tone;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code /check <text or link>}: every claim in a text against prices and other sources. Where members can reply to a message,
 * the command alone as a reply checks that message.
 */
public final class CheckCommand implements Command {
    private static final int LONGEST = 200_000;
    private static final int MOST = 20;
    private static final Pattern LINK = Pattern.compile("<?([A-Za-z][A-Za-z0-9+.-]{1,15}://[^\\s<>]{1,2000})>?");
    private static final Pattern MARKUP = Pattern.compile(
            "<(?:p|div|br|html|body|span|a|table|td|ul|li|h[1-6]|b|strong|em)\\b", Pattern.CASE_INSENSITIVE);

    private final CommandSpec spec = new CommandSpec(
            "check",
            Line.say("check.summary"),
            List.of(new Parameter("text", Line.say("check.text"), new Parameter.Rest(LONGEST), 1, 1)),
            List.of("/check Alibaba closed at $172.60, up 1.6%, with an RSI of 29.4"));
    private final TextCheck checks;
    private final PageReader pages;

    /** @param pages fetches what links lead to */
    public CheckCommand(TextCheck checks, PageReader pages) {
        this.checks = checks;
        this.pages = pages;
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public Answer answer(Ask ask, Arguments arguments) {
        String typed = arguments.word("text").strip();
        var link = LINK.matcher(typed);
        if (!link.matches()) {
            return check(ask, Passage.of(clean(typed)), null, null);
        }
        return switch (fetch(link.group(1))) {
            case WebPage.Unread unread -> unreadable(ask, unread.why());
            case WebPage.Read page ->
                check(ask, new Passage(page.text(), page.title(), null), page.published(), page.address());
        };
    }

    private WebPage fetch(String link) {
        try {
            return pages.read(new URI(link));
        } catch (URISyntaxException e) {
            return new WebPage.Unread(Line.say("check.link.bad"));
        }
    }

    private static String clean(String typed) {
        return MARKUP.matcher(typed).find() ? CleanText.ofHtml(typed) : CleanText.ofPlain(typed);
    }

    private Answer check(Ask ask, Passage text, @Nullable Instant pageDate, @Nullable URI link) {
        if (text.text().isBlank()) {
            return unreadable(ask, Line.say("check.text.none"));
        }
        Published published = published(text.text(), pageDate, ask.at());
        Passage dated = new Passage(text.text(), text.title(), published.at());
        TextCheck.Outcome outcome = checks.check(dated, published.at(), link, ask.at(), MOST);
        return Answer.of(new CheckCard(ask.at(), published).of(outcome, text.title(), link));
    }

    /**
     * When a text was published.
     *
     * @param how how that is known, in a few words that can stand in brackets
     */
    record Published(Instant at, Line how) {}

    private static Published published(String text, @Nullable Instant pageDate, Instant now) {
        Optional<Instant> printed = Dateline.of(text, now);
        if (printed.isPresent()) {
            return new Published(printed.get(), Line.say("check.dated.text"));
        }
        return pageDate != null && !pageDate.isAfter(now)
                ? new Published(pageDate, Line.say("check.dated.page"))
                : new Published(now, Line.say("check.dated.not"));
    }

    private static Answer unreadable(Ask ask, Line why) {
        return Answer.failure(Card.titled(Line.say("check.nothing"), ask.at())
                .tone(Tone.ERROR)
                .paragraph(why)
                .build());
    }
}
