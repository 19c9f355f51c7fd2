package dev.strake.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A spec that writes nearly every field there is. */
class WholeSpecTest {

  static String text() throws IOException {
    try (InputStream in = WholeSpecTest.class.getResourceAsStream("whole-spec.yaml")) {
      return new String(present(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static InputStream present(InputStream in) {
    assertNotNull(in);
    return in;
  }

  @Test
  void itBindsWithoutFindings() throws IOException {
    assertEquals("[]", Specs.bind(text()).diagnostics().toString());
  }

  @Test
  void choicesAndValuesAreWhatIsWritten() throws IOException {
    ClusterSpec spec = Specs.bound(text()).value().spec();

    Cni.Calico calico = assertInstanceOf(Cni.Calico.class, spec.clusterNetwork().cni());
    assertEquals(Cni.Calico.Encapsulation.VXLAN, calico.encapsulation());
    assertEquals(1450, calico.mtu());
    SecretRef.SopsAge keys = assertInstanceOf(SecretRef.SopsAge.class, spec.pki().caKeysRef());
    assertEquals("secrets/pki.enc.yaml", keys.path().toString());
    EtcdBackup.SystemdTimer timer =
        assertInstanceOf(EtcdBackup.SystemdTimer.class, spec.backup().etcd());
    assertEquals("[snapshot-status, restore-dry-run]", timer.verify().toString());
    assertEquals(Policies.Profile.byDefault, spec.policies().profile());
    assertEquals(
        Policies.PolicyLevel.info, spec.policies().severities().values().iterator().next());
    assertEquals(1, spec.policies().parameters().size());
  }
}
