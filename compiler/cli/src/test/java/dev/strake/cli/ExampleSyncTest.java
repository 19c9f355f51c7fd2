package dev.strake.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.sync.standin.ApiStandIn;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole cluster from its spec to the stand-in for its API server. */
final class ExampleSyncTest {

  private static final List<String> NODES =
      List.of("cp-1", "cp-2", "cp-3", "worker-1", "worker-2", "worker-3");

  @TempDir private Path folder;

  @Test
  void onlyWhatAddonsServeIsLeft() {
    try (ApiStandIn api = ApiStandIn.start()) {
      for (String node : NODES) {
        api.put(
            "kubelet",
            "{'apiVersion':'v1','kind':'Node','metadata':{'name':'%s'},'spec':{'podCIDR':'10.0.0.0/24'}}"
                .formatted(node));
      }
      String[] args = {
        "sync",
        ExampleCluster.repository().resolve("examples/ha-production/cluster").toString(),
        "--kubeconfig",
        api.kubeconfig(folder).toString(),
        "--no-wait",
        "--no-hosts"
      };
      CommandRun run = CommandRun.of(args);
      assertEquals(1, run.exitCode(), run.err());
      List<String> left = run.out().lines().filter(line -> !line.startsWith("ha-prod")).toList();
      assertEquals(4, left.size(), run.out());
      for (String kind : List.of("ClusterIssuer", "IPAddressPool", "L2Advertisement", "Schedule")) {
        assertTrue(run.out().contains("the cluster serves no " + kind), run.out());
      }
      String worker = api.live("v1", "Node", "worker-1").orElseThrow().toString();
      assertTrue(worker.contains("worker"), worker);

      api.forgetRequests();
      CommandRun.of(args);
      assertEquals(List.of(), api.writes(), "the second time there is nothing to write");
    }
  }

  @Test
  void nothingIsInStepWhileNobodyHasLookedAtHosts() {
    try (ApiStandIn api = ApiStandIn.start()) {
      String example =
          ExampleCluster.repository().resolve("examples/single-node/cluster").toString();
      String kubeconfig = api.kubeconfig(folder).toString();
      CommandRun.of("sync", example, "--kubeconfig", kubeconfig, "--no-wait", "--no-hosts");
      CommandRun plan = CommandRun.of("plan", example, "--kubeconfig", kubeconfig, "--exit-code");
      assertEquals(1, plan.exitCode(), plan.out());
      String line =
          "tar -C out/single-node/nodes/node-1 -cz . | ssh root@192.168.10.10 'rm -rf"
              + " /var/lib/strake/node && mkdir -p /var/lib/strake/node && tar -xzC"
              + " /var/lib/strake/node --no-same-owner && bash /var/lib/strake/node/bootstrap.sh'";
      assertTrue(plan.out().contains("      " + line + "\n"), plan.out());
      assertTrue(plan.out().contains("hosts: 1 pending\n"), plan.out());

      CommandRun sync = CommandRun.of("sync", example, "--kubeconfig", kubeconfig, "--no-wait");
      assertEquals(1, sync.exitCode(), sync.out());
      assertTrue(sync.out().contains("pending node node-1: " + line + "\n"), sync.out());
      assertTrue(sync.err().contains("--no-hosts leaves them out"), sync.err());
    }
  }
}
