package dev.strake.check.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.value.ProvisionerName;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InTreeProvisionerTest {

  @Test
  void everyProvisionerWasKubernetesOwnAndEveryDriverIsNot() {
    assertFalse(InTreeProvisioner.DRIVERS.isEmpty());
    InTreeProvisioner.DRIVERS.forEach(
        (provisioner, driver) -> {
          assertTrue(provisioner.startsWith("kubernetes.io/"), provisioner);
          if (!driver.isEmpty()) {
            assertEquals(driver, new ProvisionerName(driver).toString());
            assertFalse(InTreeProvisioner.DRIVERS.containsKey(driver), driver);
          }
        });
  }

  @Test
  void volumesThatNobodyMakesAreNoMistake() {
    assertFalse(InTreeProvisioner.DRIVERS.containsKey("kubernetes.io/no-provisioner"));
  }

  @Test
  void aLineThatIsNoneIsRefused() {
    for (String line : new String[] {"", "kubernetes.io/rbd", "kubernetes.io/rbd\ta\tb"}) {
      assertThrows(
          IllegalArgumentException.class, () -> InTreeProvisioner.parse(Stream.of(line)), line);
    }
    assertThrows(
        IllegalArgumentException.class, () -> InTreeProvisioner.parse(Stream.of("a\tb", "a\tc")));
  }
}
