package dev.bellwether.news.story;

/**
 * How alike two articles are in their words, in parts that {@link Judge} weighs.
 *
 * @param cosine of the angle between their telling terms, 0 to 1
 * @param cover the share of a headline that the other article knows, mean of both ways, 0 to 1
 * @param subject how telling the shared names are that are the subject of one and stand in the headline or first sentence of
 *     the other; 0 if they share no subject
 * @param names how telling the other shared names are
 * @param numbers how telling the shared numbers are; half where not both headlines or first sentences have them
 * @param strange how telling the names in the headline are that the other article does not know, the lesser of both ways
 */
record Likeness(double cosine, double cover, double subject, double names, double numbers, double strange) {
    /** What everybody writes of a company tells little of an event. */
    private static final double SUBJECT_WEIGHT = 0.4;

    static Likeness of(Terms a, Terms b) {
        Side left = new Side(a);
        Side right = new Side(b);
        Shared shared = new Shared();
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            long x = i < a.size() ? a.key(i) : Long.MAX_VALUE;
            long y = j < b.size() ? b.key(j) : Long.MAX_VALUE;
            if (x == y) {
                shared.add(a, i, b, j);
            }
            boolean both = x == y;
            if (x <= y) {
                left.add(i++, both);
            }
            if (y <= x) {
                right.add(j++, both);
            }
        }
        double norm = Math.sqrt(left.squares * right.squares);
        return new Likeness(
                norm == 0 ? 0 : shared.product / norm,
                (left.cover() + right.cover()) / 2,
                shared.subject,
                shared.names,
                shared.numbers,
                Math.min(left.strange, right.strange));
    }

    private static double weight(Terms terms, int term) {
        boolean common = terms.is(term, Terms.SUBJECT) || terms.is(term, Terms.FIRM);
        return terms.weight(term) * (common ? SUBJECT_WEIGHT : 1);
    }

    /** What one article says, and how much of its headline the other knows. */
    private static final class Side {
        private final Terms terms;
        private double squares;
        private double title;
        private double known;
        private double strange;

        Side(Terms terms) {
            this.terms = terms;
        }

        void add(int term, boolean both) {
            double weight = weight(terms, term);
            squares += weight * weight;
            if (terms.is(term, Terms.TITLE)) {
                title += weight;
                known += both ? weight : 0;
                strange += !both && terms.is(term, Terms.SURE) ? weight : 0;
            }
        }

        double cover() {
            return title == 0 ? 0 : known / title;
        }
    }

    /** What both say. */
    private static final class Shared {
        private double product;
        private double subject;
        private double names;
        private double numbers;

        void add(Terms a, int i, Terms b, int j) {
            product += weight(a, i) * weight(b, j);
            double least = Math.min(a.weight(i), b.weight(j));
            boolean firm = a.is(i, Terms.FIRM) || b.is(j, Terms.FIRM);
            boolean about =
                    (a.is(i, Terms.SUBJECT) && b.is(j, Terms.LEAD)) || (b.is(j, Terms.SUBJECT) && a.is(i, Terms.LEAD));
            if (about && !firm) {
                subject += least;
            } else if (a.is(i, Terms.NUMBER)) {
                numbers += a.is(i, Terms.LEAD) && b.is(j, Terms.LEAD) ? least : least / 2;
            } else if (a.is(i, Terms.NAME) && b.is(j, Terms.NAME) && !firm) {
                names += least;
            }
        }
    }
}
