package dev.bellwether.news;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From bytes to characters, by what the bytes are and not by what is said of them.
 *
 * <p>A byte order mark decides. Else bytes that are sound UTF-8 are UTF-8, whatever is declared: other encodings produce them by
 * accident only when all is ASCII, where it makes no difference. Else the declared encodings are tried, that of the XML
 * declaration before that of the header (servers send one header for all their files). What is left is UTF-8 with a few broken
 * characters, or windows-1252.
 */
final class FeedText {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern DECLARED =
            Pattern.compile("^[^<]{0,200}<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");
    private static final Pattern HEADER =
            Pattern.compile("charset\\s*=\\s*[\"']?([A-Za-z0-9._:-]{1,40})", Pattern.CASE_INSENSITIVE);

    private FeedText() {}

    static String decode(byte[] body, @Nullable String contentType) {
        Charset marked = marked(body);
        if (marked != null) {
            String text = new String(body, marked);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
        String head = new String(body, 0, Math.min(body.length, 600), StandardCharsets.ISO_8859_1);
        Optional<Charset> declared = charset(DECLARED, head);
        Optional<Charset> header = contentType == null ? Optional.empty() : charset(HEADER, contentType);
        Stream<Charset> tried = Stream.of(
                        declared.filter(FeedText::usesOnlyAscii), Optional.of(StandardCharsets.UTF_8), declared, header)
                .flatMap(Optional::stream);
        return tried.map(charset -> strictly(body, charset))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> broken(body));
    }

    /** The encoding by the byte order mark, or by the zero bytes around the first sign; null if there is neither. */
    private static @Nullable Charset marked(byte[] body) {
        int first = ByteBuffer.wrap(Arrays.copyOf(body, 4)).getInt();
        return switch (first) {
            case 0x0000FEFF -> Charset.forName("UTF-32BE");
            case 0xFFFE0000 -> Charset.forName("UTF-32LE");
            case 0x003C003F, 0x003C0072, 0x003C0066 -> StandardCharsets.UTF_16BE;
            case 0x3C003F00, 0x3C007200, 0x3C006600 -> StandardCharsets.UTF_16LE;
            default ->
                switch (first >>> 16) {
                    case 0xFEFF -> StandardCharsets.UTF_16BE;
                    case 0xFFFE -> StandardCharsets.UTF_16LE;
                    default -> (first >>> 8) == 0xEFBBBF ? StandardCharsets.UTF_8 : null;
                };
        };
    }

    /** Encodings that write everything with ASCII bytes look like sound UTF-8. */
    private static boolean usesOnlyAscii(Charset charset) {
        return charset.name().startsWith("ISO-2022");
    }

    private static Optional<Charset> charset(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            Charset charset = Charset.forName(matcher.group(1));
            return Optional.of(charset.equals(StandardCharsets.ISO_8859_1) ? WINDOWS : charset);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> strictly(byte[] body, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** UTF-8 if more of it is sound than broken, else windows-1252. */
    private static String broken(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        long broken = text.chars().filter(c -> c == 0xFFFD).count();
        long sound = text.chars().filter(c -> c > 0x7F && c != 0xFFFD).count();
        return sound > broken ? text : new String(body, WINDOWS);
    }
}
