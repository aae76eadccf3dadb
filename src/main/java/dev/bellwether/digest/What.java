package dev.bellwether.digest;

import java.util.List;

/** Which instruments a digest is about. */
public sealed interface What {
    /** These; symbols of instruments or of listings, each once. */
    record Named(List<String> symbols) implements What {
        /** @throws IllegalArgumentException without one */
        public Named {
            symbols = symbols.stream().distinct().toList();
            if (symbols.isEmpty()) {
                throw new IllegalArgumentException("no symbol");
            }
        }
    }

    /** Those on the watchlists of the chat's members; the favourites while there are none. */
    record Watched() implements What {}

    /** The favourites of the settings; all configured instruments if there are none. */
    record Favourites() implements What {}
}
