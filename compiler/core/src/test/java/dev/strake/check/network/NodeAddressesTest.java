package dev.strake.check.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.resolve.Resolver;
import dev.strake.spec.Specs;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How pod addresses are divided; and whoever does what the help says hears nothing more. */
class NodeAddressesTest {

  private static final String IPV4 = "10.244.0.0/16";

  private static List<Diagnostic> run(SpecCheck check, String text) {
    List<Diagnostic> found = new ArrayList<>();
    check.check(Resolver.resolve(Specs.bound(text)), found::add);
    return found;
  }

  private static String cluster(String pods, String mask, int maxPods) {
    return Specs.with(IPV4, '"' + pods + '"')
        .replace("    cni:\n", "    " + mask + "\n    cni:\n")
        .replace("  nodePools:\n", "  kubelet: {maxPods: " + maxPods + "}\n  nodePools:\n");
  }

  @ParameterizedTest
  @CsvSource({
    "10.244.0.0/16, 24, 253, true",
    "10.244.0.0/16, 24, 254, false",
    "10.244.0.0/28, 28, 13, true",
    "10.244.0.0/28, 28, 14, false",
    "10.244.0.0/28, 30, 1, true",
    "10.244.0.0/28, 30, 2, false",
    "fd00::/104, 120, 254, true",
    "fd00::/104, 120, 255, false",
    "fd00::/56, 64, 65535, true",
    "fd00::/88, 96, 65535, true",
    "fd00::/112, 112, 65534, true",
    "fd00::/112, 112, 65535, false"
  })
  void aBlockHasAddressesForSoManyPods(String pods, int mask, int maxPods, boolean fine) {
    String field = (pods.contains(":") ? "nodeCIDRMaskSizeIPv6: " : "nodeCIDRMaskSizeIPv4: ");
    List<Diagnostic> found = run(new MaxPods(), cluster(pods, field + mask, maxPods));
    assertEquals(fine ? 0 : 1, found.size());
  }

  @ParameterizedTest
  @CsvSource({"24, 254", "24, 65000", "25, 126", "26, 110", "29, 110", "31, 1", "32, 1"})
  void helpFindsAMaskThatIsLargeEnoughAndNoLargerThanNeeded(int mask, int maxPods) {
    String spec = cluster("10.0.0.0/9", "nodeCIDRMaskSizeIPv4: " + mask, maxPods);
    String help = String.valueOf(run(new MaxPods(), spec).get(0).help());
    int better = number(help, "nodeCIDRMaskSizeIPv4: ");
    assertEquals(
        List.of(),
        run(new MaxPods(), cluster("10.0.0.0/9", "nodeCIDRMaskSizeIPv4: " + better, maxPods)));
    assertEquals(
        1,
        run(new MaxPods(), cluster("10.0.0.0/9", "nodeCIDRMaskSizeIPv4: " + (better + 1), maxPods))
            .size());
  }

  @ParameterizedTest
  @CsvSource({"2, 23", "3, 23", "4, 22", "5, 22", "100, 20", "255, 20", "256, 16", "257, 16"})
  void helpFindsABlockWithOneForEachNodeAndOneMore(int nodes, int prefix) {
    String spec = withNodes(nodes, "10.64.0.0/" + prefix);
    String help = String.valueOf(run(new NodeBlocks(), spec).get(0).help());
    int better = number(help, "at most /");
    assertEquals(List.of(), run(new NodeBlocks(), withNodes(nodes, "10.64.0.0/" + better)));
    assertEquals(1, run(new NodeBlocks(), withNodes(nodes, "10.64.0.0/" + (better + 1))).size());
  }

  private static String withNodes(int count, String pods) {
    StringBuilder nodes = new StringBuilder();
    for (int i = 1; i < count; i++) {
      nodes.append("        - {name: n-%d, address: 10.20.%d.%d}\n".formatted(i, i / 256, i % 256));
    }
    return Specs.with(IPV4, pods) + nodes;
  }

  @Test
  void smallPodBlocksAreAcceptedFromFourteenAddressesOn() {
    assertEquals(0, run(new PodBlockSize(), Specs.with(IPV4, "10.244.0.0/28")).size());
    assertEquals(1, run(new PodBlockSize(), Specs.with(IPV4, "10.244.0.0/29")).size());
    assertEquals(0, run(new PodBlockSize(), Specs.with(IPV4, "64.0.0.0/2")).size());
    assertEquals(1, run(new PodBlockSize(), Specs.with(IPV4, "128.0.0.0/1")).size());
  }

  private static int number(String text, String before) {
    Matcher found = Pattern.compile(Pattern.quote(before) + "([0-9]+)").matcher(text);
    if (!found.find()) {
      throw new AssertionError(text);
    }
    return Integer.parseInt(found.group(1));
  }
}
