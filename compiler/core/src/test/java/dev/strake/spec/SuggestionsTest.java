package dev.strake.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {

  private static final List<String> KNOWN =
      List.of("nodePools", "kubernetesVersion", "reservedCIDRBlocks", "pods", "role", "max");

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
    assertEquals(meant, Suggestions.closest(given, KNOWN).orElse(""));
  }
}
