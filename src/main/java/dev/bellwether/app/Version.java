package dev.bellwether.app;

import java.util.Objects;

/** The version of this program. */
final class Version {
    private Version() {}

    /** As the jar's manifest says; {@code dev} when run from classes. */
    static String number() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "dev");
    }
}
