package dev.strake.check.loadbalancer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Severity;
import dev.strake.resolve.Resolver;
import dev.strake.spec.Specs;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CheckWeightTest {

  private static final Pattern PROPOSED = Pattern.compile("checkWeight: (-?[0-9]+),");

  private static List<Diagnostic> run(int weight, int... priorities) {
    StringBuilder hosts = new StringBuilder();
    for (int i = 0; i < priorities.length; i++) {
      hosts.append(
          "      - {name: lb-%d, address: 10.20.0.%d, priority: %d}\n"
              .formatted(i, i + 50, priorities[i]));
    }
    String balancer =
        """
        type: HAProxyKeepalived
            keepalived: {virtualIP: 10.20.0.10/24, interface: eth0, virtualRouterID: 6, checkWeight: %d}
            hosts:
        %s"""
            .formatted(weight, hosts);
    List<Diagnostic> found = new ArrayList<>();
    String text = Specs.with("type: External\n", balancer);
    new CheckWeight().check(Resolver.resolve(Specs.bound(text)), found::add);
    return found;
  }

  /** keepalived's own arithmetic, for one host: 1 to 254, and a failed check without weight. */
  private static int effective(int priority, int weight, boolean well) {
    int sum = priority + (well ? Math.max(0, weight) : Math.min(0, weight));
    return Math.max(1, Math.min(254, sum));
  }

  @Test
  void findsWhatAnElectionShows() {
    Random random = new Random(7);
    int silent = 0;
    for (int i = 0; i < 2_000; i++) {
      int weight = random.nextInt(507) - 253;
      int high = 2 + random.nextInt(253);
      int low = 1 + random.nextInt(high - 1);
      boolean moves = weight == 0 || effective(high, weight, false) < effective(low, weight, true);
      List<Diagnostic> found = run(weight, low, high);
      assertEquals(moves ? 0 : 1, found.size(), weight + " for " + high + " and " + low);
      silent += moves ? 1 : 0;
    }
    assertTrue(silent > 100 && silent < 1_900, "both happen: " + silent);
  }

  @Test
  void helpIsTheSmallestWeightThatMovesTheAddress() {
    for (int high = 2; high <= 254; high += 7) {
      for (int low = 1; low < high; low += 5) {
        List<Diagnostic> found = run(-1, high, low);
        Matcher proposed = PROPOSED.matcher(String.valueOf(found.get(0).help()));
        if (proposed.find()) {
          int weight = Integer.parseInt(proposed.group(1));
          assertEquals(List.of(), run(weight, high, low));
          assertEquals(1, run(weight + 1, high, low).size(), high + " and " + low);
        } else {
          assertEquals(1, low, "only the lowest priority cannot be ahead of anybody");
        }
      }
    }
  }

  @Test
  void aLaterHostIsAWarning() {
    assertEquals(Severity.ERROR, run(-20, 120, 100, 90).get(0).severity());
    assertEquals(Severity.WARNING, run(-20, 120, 110, 90).get(0).severity());
    assertEquals(1, run(-20, 120, 100, 90).size());
  }
}
