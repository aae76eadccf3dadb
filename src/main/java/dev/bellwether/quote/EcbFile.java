package dev.bellwether.quote;

import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the European Central Bank's files of reference rates, those of one day and those of 90. Document types and external
 * entities are off: the file has neither, and one that has is refused. A rate that can't be read is left out.
 */
final class EcbFile {
    private static final Logger LOG = LoggerFactory.getLogger(EcbFile.class);

    private final TreeMap<LocalDate, Map<String, Double>> perEuro = new TreeMap<>();
    private @Nullable LocalDate day;

    private EcbFile() {}

    /** @throws NotPricesException if this is something else, or holds no rate */
    static RateTable parse(byte[] body) throws NotPricesException {
        EcbFile file = new EcbFile();
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(body));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("Cube")) {
                    file.cube(reader);
                }
            }
        } catch (XMLStreamException e) {
            throw new NotPricesException("something that is not the bank's XML");
        }
        if (file.perEuro.isEmpty()) {
            throw new NotPricesException("XML without a rate");
        }
        return new RateTable(file.perEuro);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    private void cube(XMLStreamReader reader) {
        String time = reader.getAttributeValue(null, "time");
        if (time != null) {
            day = dayOf(time);
        }
        String currency = reader.getAttributeValue(null, "currency");
        String rate = reader.getAttributeValue(null, "rate");
        if (day != null && currency != null && rate != null) {
            take(day, currency, rate);
        }
    }

    private static @Nullable LocalDate dayOf(String time) {
        try {
            return LocalDate.parse(time);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private void take(LocalDate date, String currency, String rate) {
        try {
            double value = new CsvNumbers(false).price(rate);
            if (value > 0 && Double.isFinite(value)) {
                perEuro.computeIfAbsent(date, key -> new HashMap<>()).put(currency, value);
            }
        } catch (NumberFormatException e) {
            LOG.debug("The ECB rate of {} on {} can't be read", currency, date);
        }
    }
}
