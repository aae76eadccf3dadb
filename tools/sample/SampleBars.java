import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes the bundled sample prices: daily bars of six listings and exchange rates, from 2024-01-02 to 2026-01-30.
 *
 * <p>None of it was ever traded. A listing's closes run through dated anchors, with a random bridge of logarithms between
 * two anchors, so an anchor's close is met to the cent. Where a fact is about many days at once (a 200-day average, an
 * average volume), days that no other fact touches are moved until it holds. The Hong Kong and Frankfurt lines follow
 * the New York line through the exchange rates and are bent through anchors of their own. docs/sample-data.md lists the facts.
 *
 * <p>The same files come out on every machine: own seeds, own normal numbers, {@link StrictMath}, no default locale.
 *
 * <p>Run from the top of the project, no build needed (Java compiles the files beside this one):
 * {@code java tools/sample/SampleBars.java OUTDIR}
 */
final class SampleBars {
    private SampleBars() {}

    /** Writes {@code <symbol>.csv} for each listing and {@code rates.csv} into the folder given. */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("Usage: java tools/sample/SampleBars.java OUTDIR");
            System.exit(2);
        }
        Path folder = Files.createDirectories(Path.of(args[0]));
        Rates rates = new Rates();
        rates.write(folder.resolve("rates.csv"));
        Bars baba = Listings.baba();
        baba.write(folder.resolve("BABA.csv"));
        Listings.hongKong(baba, rates).write(folder.resolve("9988.HK.csv"));
        Listings.frankfurt(baba, rates).write(folder.resolve("AHLA.DE.csv"));
        Listings.bidu().write(folder.resolve("BIDU.csv"));
        Listings.pdd().write(folder.resolve("PDD.csv"));
        Listings.jd().write(folder.resolve("JD.csv"));
    }
}
