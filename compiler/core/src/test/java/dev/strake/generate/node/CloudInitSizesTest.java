package dev.strake.generate.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.resolve.ResolvedCluster;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Both sides of the size, {@code compile/cloud-init-size}. */
class CloudInitSizesTest {

  private static final String ASKED = "bootstrap:\n    format: [bash, cloud-init]\n";

  private static List<Diagnostic> findings(ResolvedCluster cluster, int... sizes) {
    CloudInitSizes noted = new CloudInitSizes(cluster);
    for (int i = 0; i < sizes.length; i++) {
      noted.note("host-" + i, "x".repeat(sizes[i]));
    }
    List<Diagnostic> findings = new ArrayList<>();
    noted.report(findings::add);
    return findings;
  }

  private static ResolvedCluster asked() {
    return HostCluster.with("bootstrap:\n", ASKED);
  }

  @Test
  void sixtyFourKibibytesOfBase64Pass() {
    assertEquals(65_532, (49_149 + 2) / 3 * 4);
    assertEquals(List.of(), findings(asked(), 49_149));
  }

  @Test
  void oneByteMoreIsSaidOnceForAllHosts() {
    List<Diagnostic> findings = findings(asked(), 49_150, 10, 60_000);

    assertEquals(1, findings.size());
    assertEquals(
        "cloud-init.yaml has up to 60000 bytes, and clouds take no more than 49149: host-0, host-2",
        findings.get(0).message());
    assertEquals("compile/cloud-init-size", findings.get(0).code().id());
  }

  @Test
  void whoNeverAskedForItHearsNothing() {
    assertEquals(List.of(), findings(HostCluster.of(HostCluster.SPEC), 49_150));
  }
}
