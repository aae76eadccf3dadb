import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A file of comma-separated lines. */
final class CsvFile {
    private CsvFile() {}

    static void write(Path file, String header, int count, IntFunction<String> line) throws IOException {
        String text = IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", header + "\n", "\n"));
        Files.writeString(file, text);
    }
}
