package dev.bellwether.app.config;

/**
 * A text that must not be seen. It prints as asterisks, so that it can stand in records that are logged.
 *
 * @param text the secret itself
 */
public record Secret(String text) {
    @Override
    public String toString() {
        return "***";
    }
}
