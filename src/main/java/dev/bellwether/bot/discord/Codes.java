package dev.bellwether.bot.discord;

/** Those of Discord's error codes that mean something to the bot. */
final class Codes {
    static final int UNKNOWN_CHANNEL = 10_003;
    static final int UNKNOWN_GUILD = 10_004;
    static final int UNKNOWN_MESSAGE = 10_008;
    static final int UNKNOWN_WEBHOOK = 10_015;
    static final int UNKNOWN_INTERACTION = 10_062;
    static final int ALREADY_ACKNOWLEDGED = 40_060;
    static final int MISSING_ACCESS = 50_001;
    static final int NOT_AUTHOR = 50_005;
    static final int EMPTY_MESSAGE = 50_006;
    static final int CANNOT_MESSAGE_USER = 50_007;
    static final int MISSING_PERMISSIONS = 50_013;
    static final int INVALID_WEBHOOK_TOKEN = 50_027;
    static final int NO_COMMON_SERVER = 50_278;

    private Codes() {}
}
