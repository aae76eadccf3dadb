package dev.bellwether.deliver;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The name under which a process holds a {@link Leases lease}: machine, process, the process's start, and something that nobody
 * else has. A process that is killed can't give its leases back; whoever starts next on the same machine sees by this name that their
 * owner is dead, and need not wait until they end.
 */
public final class OwnerName {
    private static final String PARTING = "/";

    private OwnerName() {}

    /** A name of this process, each time another one. */
    public static String ofThisProcess() {
        ProcessHandle here = ProcessHandle.current();
        return String.join(
                PARTING,
                host(),
                Long.toString(here.pid()),
                began(here),
                UUID.randomUUID().toString());
    }

    /** Whether a name is certainly of a process that has ended; of one on another machine that can't be said. */
    public static boolean isDead(String owner) {
        String[] parts = owner.split(PARTING, -1);
        if (parts.length != 4 || !parts[0].equals(host()) || !parts[1].matches("\\d{1,18}")) {
            return false;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(parts[1]));
        return process.isEmpty()
                || !process.get().isAlive()
                || !began(process.get()).equals(parts[2]);
    }

    /** A number of a process is given again, in a container at once; its start tells them apart. */
    private static String began(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(Instant::toEpochMilli)
                .map(String::valueOf)
                .orElse("?");
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName().replace(PARTING, "-");
        } catch (UnknownHostException e) {
            return "?";
        }
    }
}
