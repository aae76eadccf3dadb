package dev.bellwether.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asks for a failure of the store. */
final class Failing {
    private Failing() {}

    /** The failure, whose message must be one sentence without a secret. */
    static StoreException failureOf(ThrowingCallable work) {
        StoreException failure = catchThrowableOfType(StoreException.class, work);
        if (failure == null) {
            throw new AssertionError("nothing failed");
        }
        assertThat(failure.getMessage()).doesNotContain("\n", "%s", "null", "password=", "secret");
        return failure;
    }
}
