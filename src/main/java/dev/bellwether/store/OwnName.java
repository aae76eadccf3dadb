package dev.bellwether.store;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Names for short-lived files that no other process or thread uses. The JDK's temporary files would do as well, but start its
 * secure random numbers for it, which a short run notices.
 */
final class OwnName {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private OwnName() {}

    static String of(String purpose) {
        long process = ProcessHandle.current().pid();
        return ".bellwether-" + purpose + "-" + process + "-" + System.nanoTime() + "-" + NEXT.incrementAndGet();
    }
}
