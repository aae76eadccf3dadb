package dev.bellwether.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the log goes, set up by code: there is no logging file to find or to lose. Secrets are masked after a line is put
 * together, wherever in it they stand.
 */
final class Logs {
    /**
     * A Telegram token, which stands in addresses; a password in an address; a Discord token; the token of an interaction, with
     * which anybody could answer in the bot's name for a quarter of an hour; the secret of a webhook.
     */
    private static final Pattern SECRET = Pattern.compile("(?<![0-9])\\d{6,12}:[A-Za-z0-9_-]{30,}"
            + "|(?<=password=)[^&\\s]+"
            + "|(?<=://)[^/\\s@]+(?=@)"
            + "|[A-Za-z0-9_-]{23,28}\\.[A-Za-z0-9_-]{6,7}\\.[A-Za-z0-9_-]{27,}"
            + "|(?<=/(?:webhooks|interactions)/\\d{1,20}/)[A-Za-z0-9_.-]{20,}"
            + "|(?i:(?<=secret-token[:=] ?))[^\\s,;]+");

    private static final int KEPT_FILES = 3;
    private static final long FILE_SIZE = 5_000_000;

    private Logs() {}

    /** To {@code log/bellwether.log} in the data folder, which is made if it can be; else nowhere. */
    static void toFile(Path data) {
        LoggerContext context = context();
        try {
            Path folder = Files.createDirectories(data.resolve("log"));
            attach(context, rolling(context, folder.resolve("bellwether.log")), Level.INFO);
        } catch (IOException e) {
            context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF); // the store names the folder's problem
        }
    }

    /** To standard error, where services and containers pick it up. */
    static void toStandardError() {
        LoggerContext context = context();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setTarget("System.err");
        attach(context, appender, Level.INFO);
    }

    /** The line with every secret in it replaced by asterisks. */
    static String masked(String line) {
        return SECRET.matcher(line).replaceAll("***");
    }

    private static LoggerContext context() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        return context;
    }

    private static RollingFileAppender<ILoggingEvent> rolling(LoggerContext context, Path file) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setFile(file.toString());
        FixedWindowRollingPolicy window = new FixedWindowRollingPolicy();
        window.setContext(context);
        window.setParent(appender);
        window.setFileNamePattern(file + ".%i");
        window.setMinIndex(1);
        window.setMaxIndex(KEPT_FILES);
        window.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(new FileSize(FILE_SIZE));
        size.start();
        appender.setRollingPolicy(window);
        appender.setTriggeringPolicy(size);
        return appender;
    }

    private static void attach(LoggerContext context, OutputStreamAppender<ILoggingEvent> appender, Level level) {
        PatternLayoutEncoder encoder = new MaskingEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern(
                "%d{\"yyyy-MM-dd'T'HH:mm:ss.SSSX\", UTC} %-5level [%thread] %logger{20} - %msg %kvp{NONE}%n");
        encoder.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(appender);
        context.getLogger("dev.bellwether").setLevel(level);
    }

    private static final class MaskingEncoder extends PatternLayoutEncoder {
        @Override
        public byte[] encode(ILoggingEvent event) {
            return masked(layout.doLayout(event)).getBytes(StandardCharsets.UTF_8);
        }
    }
}
