package dev.strake.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtifactPathTest {

  @ParameterizedTest
  @CsvSource({
    "configmap-web.yaml, configmap-web.yaml",
    "clusterrole-system:node, clusterrole-system%3anode",
    "Web, %57eb",
    ".., %2e%2e",
    "../../x, ..%2f..%2fx",
    "\u00e4, %c3%a4"
  })
  void namesAreEncoded(String name, String file) {
    assertEquals(file, ArtifactPath.of(name).toString());
  }

  @Test
  void namesOf240BytesStayAndLongerOnesEndInADigest() {
    String longest = "a".repeat(235) + ".yaml";
    String longer = "a".repeat(236) + ".yaml";

    assertEquals(longest, ArtifactPath.of(longest).toString());
    String shortened = ArtifactPath.of(longer).toString();
    assertTrue(shortened.matches("a{180}\\+[0-9a-f]{32}\\.yaml"), shortened);
    assertNotEquals(shortened, ArtifactPath.of("a".repeat(237) + ".yaml").toString());
  }

  /** Kubernetes' longest name, all of it encoded. */
  @Test
  void noCharacterIsCutInTwo() {
    for (int before = 0; before < 3; before++) {
      String name = "a".repeat(before) + ":".repeat(253);
      assertTrue(ArtifactPath.of(name).toString().length() < 255);
    }
  }
}
