package dev.bellwether.deliver;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps how far the sending of one envelope has come. A message that was taken but can't be recorded now is remembered, and recorded
 * with the outcome.
 */
final class Recording implements Sender.Progress {
    private final Recorder recorder;
    private final Pace pace;
    private final Claim claim;
    private final String owner;
    private final List<String> messages;
    private boolean inDoubt;
    private boolean called;
    private @Nullable RuntimeException unkept;

    Recording(Recorder recorder, Pace pace, Claim claim, String owner) {
        this.recorder = recorder;
        this.pace = pace;
        this.claim = claim;
        this.owner = owner;
        this.messages = new ArrayList<>(claim.messages());
        this.inDoubt = claim.again();
    }

    @Override
    public void sending(int part) {
        boolean ours;
        try {
            ours = recorder.write(List.of(new Change.Sending(claim, owner, part)))
                    .getFirst();
        } catch (RuntimeException e) {
            unkept = e;
            throw e;
        }
        if (!ours) {
            throw new NotOurs(claim.key());
        }
        pace.used(claim.chat());
        inDoubt = true;
        called = true;
    }

    @Override
    public void sent(int part, String message) {
        if (part < messages.size()) {
            messages.set(part, message); // a sender that began anew, with plain texts
        } else {
            messages.add(message);
        }
        inDoubt = false;
        try {
            recorder.write(List.of(new Change.Taken(claim, messages)));
        } catch (RuntimeException e) {
            Dispatcher.LOG
                    .atWarn()
                    .addKeyValue("notice", claim.key())
                    .addKeyValue("chat", claim.chat())
                    .log("A message was sent and can't be recorded yet: {}", e.getMessage());
        }
    }

    /** What the platform took so far, in this try and before. */
    List<String> messages() {
        return List.copyOf(messages);
    }

    /** Whether a call was begun, in this try or before, of which nobody has said yet how it ended. */
    boolean inDoubt() {
        return inDoubt;
    }

    /** Why the call that was to come was not made: the store could not keep that it would begin. Null if that is not so. */
    @Nullable
    RuntimeException unkept() {
        return unkept;
    }

    /** Whether any call was begun in this try. */
    boolean called() {
        return called;
    }

    /** The envelope has ended, its chat was deleted, or another process took it over. */
    static final class NotOurs extends RuntimeException {
        NotOurs(String key) {
            super("no longer ours to send: " + key);
        }
    }
}
