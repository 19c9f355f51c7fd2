package dev.strake.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {

  private static final List<String> SECTIONS =
      List.of("nodePools", "kubernetesVersion", "reservedCIDRBlocks", "pods", "role", "max");
  private static final List<String> FIELDS =
      List.of("image", "imagePullPolicy", "livenessProbe", "name", "ports", "resources");

  @ParameterizedTest
  @CsvSource({
    "nodePool, nodePools",
    "NodePools, nodePools",
    "node_pools, nodePools",
    "node-pool, nodePools",
    "noedPools, nodePools",
    "kubernetesVersoin, kubernetesVersion",
    "reservedCidrBlock, reservedCIDRBlocks",
    "pod, pods",
    "rloe, role",
    "mix, max",
    "x, ''",
    "qu, ''",
    "replicas, ''",
    "version, ''"
  })
  void theNearestNameIsMeant(String given, String meant) {
    assertEquals(meant, DidYouMean.of(given, SECTIONS).orElse(""));
  }

  @Test
  void anotherCaseOrAPluralIsNoSlip() {
    assertEquals(Optional.of("imagePullPolicy"), DidYouMean.of("imagepullpolicy", FIELDS));
    assertEquals(Optional.of("ports"), DidYouMean.of("port", FIELDS));
    assertEquals(Optional.of("livenessProbe"), DidYouMean.of("liveness-probe", FIELDS));
  }

  @Test
  void aSwapIsOneSlip() {
    assertEquals(Optional.of("name"), DidYouMean.of("nmae", FIELDS));
  }

  @Test
  void nothingIsGuessedFromFarAway() {
    assertEquals(Optional.empty(), DidYouMean.of("command", FIELDS));
    assertEquals(Optional.empty(), DidYouMean.of("", FIELDS));
    assertEquals(Optional.empty(), DidYouMean.of("n".repeat(10_000), FIELDS));
  }

  @Test
  void ofEquallyNearNamesTheFirstCounts() {
    assertEquals(Optional.of("cat"), DidYouMean.of("rat", List.of("cat", "bat")));
  }
}
