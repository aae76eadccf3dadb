package dev.bellwether.bot;

import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Voice;

/** To what nobody asked the bot: a good answer is given, and everything else is better not said. */
public final class QuietReply implements Reply {
    private final Reply reply;

    /** @param reply gives the answer */
    public QuietReply(Reply reply) {
        this.reply = reply;
    }

    @Override
    public void working(Voice voice) {}

    @Override
    public void answer(Answer answer, Voice voice) {
        if (!answer.failed()) {
            reply.answer(answer, voice);
        }
    }

    @Override
    public void tooMany(Answer answer, Voice voice, boolean first) {}
}
