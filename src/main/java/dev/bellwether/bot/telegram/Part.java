package dev.bellwether.bot.telegram;

import java.util.List;

/** One message of Telegram. A card takes one or more. */
sealed interface Part {
    /** How long a text may be, and how long what stands under a picture or file, in UTF-16 units. */
    int LONGEST_TEXT = 4096;

    int LONGEST_CAPTION = 1024;

    /** Kept free for marks such as "sent again". */
    int ROOM_FOR_MARKS = 96;

    /** Its text, or what stands under its picture or file. */
    Rich text();

    /** Its keyboard; empty for none. */
    List<List<Key>> keys();

    /** The same with a row of small print more. */
    Part marked(Row mark);

    /** The same with this keyboard. */
    Part with(List<List<Key>> keys);

    /** Its text as plain text, for when Telegram refuses its tags. */
    default String plain() {
        return text().plain(longest());
    }

    /** How long its text may be. */
    default int longest() {
        return this instanceof Text ? LONGEST_TEXT : LONGEST_CAPTION;
    }

    /**
     * A message of text.
     *
     * @param preview whether Telegram may show the page that its link leads to
     */
    record Text(Rich text, boolean preview, List<List<Key>> keys) implements Part {
        public Text {
            keys = List.copyOf(keys);
        }

        Text(Row... rows) {
            this(new Rich(List.of(rows)), false, List.of());
        }

        @Override
        public Part marked(Row mark) {
            return new Text(text.then(mark), preview, keys);
        }

        @Override
        public Part with(List<List<Key>> others) {
            return new Text(text, preview, others);
        }
    }

    /** A picture with text under it. */
    record Photo(Attachment picture, Rich text, List<List<Key>> keys) implements Part {
        public Photo {
            keys = List.copyOf(keys);
        }

        @Override
        public Part marked(Row mark) {
            return new Photo(picture, text.then(mark), keys);
        }

        @Override
        public Part with(List<List<Key>> others) {
            return new Photo(picture, text, others);
        }
    }

    /** A file with text under it. */
    record File(Attachment file, Rich text, List<List<Key>> keys) implements Part {
        public File {
            keys = List.copyOf(keys);
        }

        @Override
        public Part marked(Row mark) {
            return new File(file, text.then(mark), keys);
        }

        @Override
        public Part with(List<List<Key>> others) {
            return new File(file, text, others);
        }
    }
}
