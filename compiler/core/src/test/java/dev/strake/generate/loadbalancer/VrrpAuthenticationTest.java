package dev.strake.generate.loadbalancer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VrrpAuthenticationTest {

  @TempDir Path folder;

  private Program render(String secret) throws Exception {
    return VrrpAuthentication.of(Files.writeString(folder.resolve("auth_pass"), secret));
  }

  @Test
  void aPasswordBecomesTheBlockThatIsIncluded() throws Exception {
    assertEquals(
        """
        authentication {
          auth_type PASS
          auth_pass "#a {b}!]"
        }
        """,
        render("#a {b}!]\n").output());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n", "canary-12", "can\"ary", "can\\ary", "can$ary", "canäry", "a\ncanary"})
  void whatKeepalivedWouldReadOtherwiseIsRefusedAndNotShown(String secret) throws Exception {
    Program refused = render(secret);
    assertTrue(refused.exitCode() != 0);
    assertFalse(refused.output().contains("can"), refused.output());
    assertTrue(refused.output().contains("auth_pass"), refused.output());
  }

  @Test
  void aMissingFileIsNamed() throws Exception {
    Program refused = VrrpAuthentication.of(folder.resolve("auth_pass"));
    assertTrue(refused.exitCode() != 0);
    assertTrue(refused.output().contains("auth_pass"), refused.output());
  }

  @Test
  void keepalivedTakesEveryPasswordThatIsNotRefused() throws Exception {
    KeepalivedProof.assumePossible();
    StringBuilder allowed = new StringBuilder();
    for (char c = ' '; c <= '~'; c++) {
      if (render("x" + c + "y").exitCode() == 0) {
        allowed.append(c);
      }
    }
    assertEquals(95 - 3, allowed.length(), allowed.toString());
    String config = BalancedCluster.USUAL.keepalived().get(0).text();
    for (int i = 0; i < allowed.length(); i += 6) {
      String some = allowed.substring(i, Math.min(i + 6, allowed.length()));
      Path included = folder.resolve("included.conf");
      Files.writeString(included, render("x" + some + "y").output());
      assertEquals(
          "",
          KeepalivedProof.check(
              config.replace(LoadBalancerFiles.VRRP_AUTHENTICATION.text(), included.toString()),
              "eth0",
              folder),
          some);
    }
  }
}
