package dev.bellwether.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The committed exchange rates, units per euro. */
record SampleRates(NavigableMap<LocalDate, List<Double>> perEuro) {

    static SampleRates read() {
        NavigableMap<LocalDate, List<Double>> perEuro = new TreeMap<>();
        for (String line : SampleListing.lines("rates.csv").stream().skip(1).toList()) {
            List<String> cells = List.of(line.split(",", -1));
            perEuro.put(
                    LocalDate.parse(cells.get(0)), List.of(Double.valueOf(cells.get(1)), Double.valueOf(cells.get(2))));
        }
        return new SampleRates(perEuro);
    }

    double usdPerEuro(LocalDate day) {
        return perEuro.floorEntry(day).getValue().getFirst();
    }

    double hkdPerUsd(LocalDate day) {
        return perEuro.floorEntry(day).getValue().getLast() / usdPerEuro(day);
    }
}
