package dev.strake.sync.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostStateTest {

  private static final String SUM = "ab".repeat(32);

  @Test
  void readsWhatLookHasPrinted() {
    assertEquals(
        new HostState(
            Optional.of(SUM),
            Map.of("a/b.yaml", SUM, "\\" + SUM + "  ./a\\nb", ""),
            Optional.of("v1.36.4"),
            new HostRun(HostRun.Kind.ENDED, 3)),
        HostState.parse(
            """
            Last login: today
            @host 1
            @applied %s
            @kubelet Kubernetes v1.36.4
            @run ended 3
            %s  ./a/b.yaml
            \\%s  ./a\\nb
            @end
            """
                .formatted(SUM, SUM, SUM)));
  }

  @Test
  void aHostWithNothing() {
    assertEquals(
        new HostState(Optional.empty(), Map.of(), Optional.empty(), HostRun.NONE),
        HostState.parse("@host 1\n@end\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "@host 1\n", "@end\n", "@host 2\n@end\n", "@host 1\n@run odd\n@end\n"})
  void anythingElseIsNoAnswer(String text) {
    assertThrows(HostUnreachable.class, () -> HostState.parse(text));
  }

  @Test
  void aRecordThatIsNoSumIsNone() {
    assertEquals(Optional.empty(), HostState.parse("@host 1\n@applied half\n@end\n").applied());
  }

  /** As kubelets say it: pkg/kubelet/nodestatus/setters.go. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "True | kubelet is posting ready status | ''",
        "False | container runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady message:Network plugin returns error: cni plugin not initialized | ''",
        "False | container runtime is down | its node is not ready: container runtime is down",
        "Unknown | Kubelet stopped posting node status. | its node is not ready: Kubelet stopped posting node status.",
      })
  void aNodeIsReadyOrWaitsForItsNetwork(String status, String message, String trouble) {
    String node =
        """
        {"status": {"conditions": [
          {"type": "MemoryPressure", "status": "False", "message": "fine"},
          {"type": "Ready", "status": "%s", "message": "%s"}]}}
        """
            .formatted(status, message);
    assertEquals(trouble, NodeReadiness.trouble(node));
  }

  @Test
  void aNodeThatSaysNothingIsNotReady() {
    assertEquals("its node has no condition Ready yet", NodeReadiness.trouble("{}"));
    assertEquals("its node cannot be read", NodeReadiness.trouble("error"));
  }
}
