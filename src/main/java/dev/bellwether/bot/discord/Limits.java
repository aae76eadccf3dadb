package dev.bellwether.bot.discord;

/** What Discord takes, in UTF-16 characters unless said otherwise. Counted a little too strictly rather than too kindly. */
final class Limits {
    /** The text of a message beside its embeds. */
    static final int CONTENT = 2_000;

    static final int EMBED_TITLE = 256;
    static final int EMBED_TEXT = 4_096;
    static final int EMBED_FOOTER = 2_048;

    /** Over all embeds of a message. */
    static final int ALL_EMBEDS = 6_000;

    static final int EMBEDS = 10;
    static final int FILES = 10;

    /** All files of a message together, in bytes. */
    static final int FILE_BYTES = 10 * 1024 * 1024;

    static final int FILE_DESCRIPTION = 1_024;
    static final int ROWS = 5;
    static final int BUTTONS_IN_ROW = 5;
    static final int BUTTON_LABEL = 80;

    /** What a button or an option carries. */
    static final int CUSTOM_ID = 100;

    static final int OPTION_LABEL = 100;
    static final int PLACEHOLDER = 100;
    static final int LINK = 2_000;
    static final int NONCE = 25;
    static final int COMMAND_DESCRIPTION = 100;
    static final int OPTION_TEXT = 6_000;
    static final int CHOICES = 25;
    static final int CHOICE = 100;

    private Limits() {}
}
