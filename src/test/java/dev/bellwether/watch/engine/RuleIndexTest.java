package dev.bellwether.watch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.fact.Exchange;
import dev.bellwether.watch.rule.Condition;
import dev.bellwether.watch.rule.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The two tables that a million rules stand in, beside those of the JDK. */
class RuleIndexTest {
    private final Side side = new Ticker("BABA", Exchange.NYSE, Rates.same()).make(Rule.Basis.TICKS);

    private Node node() {
        return new Leaf(side, new Condition.News("Qwen"), null, 0, 0);
    }

    @Test
    void rules_are_found_after_any_adding_and_removing() {
        Random random = new Random(5);
        RuleIndex index = new RuleIndex();
        Map<Long, List<Node>> expected = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            long rule = random.nextInt(2_000) * (random.nextBoolean() ? 1L : 1L << 33);
            switch (random.nextInt(5)) {
                case 0 -> {
                    index.removeAll(rule);
                    expected.remove(rule);
                }
                case 1 -> {
                    List<Node> nodes = expected.getOrDefault(rule, List.of());
                    if (!nodes.isEmpty()) {
                        index.remove(rule, nodes.getFirst());
                        nodes.removeFirst();
                    }
                }
                default -> {
                    Node node = node();
                    index.add(rule, node);
                    expected.computeIfAbsent(rule, any -> new ArrayList<>()).add(node);
                }
            }
            assertThat(index.of(rule)).containsExactlyElementsOf(expected.getOrDefault(rule, List.of()));
        }
        expected.forEach((rule, nodes) -> assertThat(index.of(rule)).containsExactlyElementsOf(nodes));
    }

    @Test
    void ids_stay_in_order_after_any_adding_and_removing() {
        Random random = new Random(6);
        Ids ids = new Ids();
        TreeSet<Long> expected = new TreeSet<>();
        for (int i = 0; i < 20_000; i++) {
            long id = random.nextInt(300);
            if (expected.remove(id)) {
                ids.remove(id);
            } else {
                expected.add(id);
                ids.add(id);
            }
            long[] all = new long[ids.size()];
            assertThat(ids.copyTo(all, 0)).isEqualTo(expected.size());
            if (i % 50 == 0) {
                assertThat(all)
                        .containsExactly(
                                expected.stream().mapToLong(each -> each).toArray());
            }
            assertThat(ids.isEmpty()).isEqualTo(expected.isEmpty());
        }
        assertThatThrownBy(() -> ids.remove(10_000)).isInstanceOf(IllegalStateException.class);
    }
}
