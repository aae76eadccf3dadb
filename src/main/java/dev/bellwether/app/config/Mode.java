package dev.bellwether.app.config;

/** Where the bot's data come from. */
public enum Mode {
    /** Live as soon as a token is set or the file names prices or feeds; sample data until then. */
    AUTO,
    /** The bundled, made-up January 2026. */
    SAMPLE,
    /** The configured sources and feeds. */
    LIVE
}
