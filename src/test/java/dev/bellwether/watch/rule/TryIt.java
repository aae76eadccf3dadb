package dev.bellwether.watch.rule;
import org.junit.jupiter.api.Test;
import java.nio.file.*;
import dev.bellwether.talk.*;
import java.time.*;
class TryIt {
  @Test void go() throws Exception {
    StringBuilder out = new StringBuilder();
    for (String l : Files.readAllLines(Path.of("/tmp/tryit.txt"))) {
      switch (Group.PARSER.parse(l, Group.TODAY)) {
        case ParsedRule.Understood(Rule r) -> { out.append(l).append("\n   => ").append(RuleText.of(r)).append("  ").append(r.basis()).append('\n');
          if (!RuleText.read(RuleText.of(r)).equals(r)) out.append("   !!!!! NOT ROUND\n");
          for (Language g : Language.values()) out.append("   ").append(new Voice(g, ZoneOffset.UTC).plain(new RuleReading(Group.LISTINGS).of(r))).append('\n'); }
        case ParsedRule.Mistaken(RuleError e) -> out.append(Group.shown(e)).append('\n');
      }
    }
    Files.writeString(Path.of("/tmp/tryit.out"), out.toString());
  }
}
