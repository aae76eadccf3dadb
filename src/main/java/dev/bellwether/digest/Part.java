package dev.bellwether.digest;

import dev.bellwether.fact.Provenance;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Line;
import java.util.ArrayList;
import java.util.List;

/**
 * One section of a digest.
 *
 * @param blocks empty if there is nothing to tell
 * @param sources where its parts came from
 * @param news whether it tells of something that happened, rather than of how things stand
 */
record Part(List<Block> blocks, List<Provenance> sources, boolean news) {
    static final Part NOTHING = new Part(List.of(), List.of(), false);

    Part {
        blocks = List.copyOf(blocks);
        sources = List.copyOf(sources);
    }

    boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** A heading with a line for each thing that happened; nothing if none did. */
    static Part news(Line heading, List<Line> lines, List<Provenance> sources) {
        return lines.isEmpty() ? NOTHING : new Part(headed(heading, lines), sources, true);
    }

    /** The same for how things stand. */
    static Part standing(Line heading, List<Line> lines) {
        return lines.isEmpty() ? NOTHING : new Part(headed(heading, lines), List.of(), false);
    }

    private static List<Block> headed(Line heading, List<Line> lines) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(heading));
        lines.forEach(line -> blocks.add(new Block.Paragraph(line)));
        return blocks;
    }

    /** The first lines, and how many more there are. */
    static List<Line> cut(List<Line> lines, int most) {
        if (lines.size() <= most) {
            return lines;
        }
        List<Line> shown = new ArrayList<>(lines.subList(0, most));
        shown.add(Line.count("digest.more", lines.size() - most));
        return shown;
    }
}
