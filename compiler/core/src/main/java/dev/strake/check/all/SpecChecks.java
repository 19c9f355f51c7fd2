package dev.strake.check.all;

import dev.strake.check.DatedCheck;
import dev.strake.check.SpecCheck;
import dev.strake.check.audit.AuditChecks;
import dev.strake.check.controlplane.ControlPlaneChecks;
import dev.strake.check.kubelet.KubeletChecks;
import dev.strake.check.loadbalancer.LoadBalancerChecks;
import dev.strake.check.machine.MachineChecks;
import dev.strake.check.network.NetworkChecks;
import dev.strake.check.node.NodeChecks;
import dev.strake.check.output.OutputChecks;
import dev.strake.check.version.VersionChecks;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** All checks on one cluster's spec. A new one is a class and a line in its package's list. */
public final class SpecChecks {

  private static final List<SpecCheck> ALL =
      Stream.of(
              NetworkChecks.all(),
              MachineChecks.all(),
              LoadBalancerChecks.all(),
              ControlPlaneChecks.all(),
              AuditChecks.all(),
              NodeChecks.all(),
              KubeletChecks.all(),
              VersionChecks.all(),
              WorkloadChecks.all(),
              OperationChecks.all(),
              OutputChecks.all())
          .flatMap(List::stream)
          .toList();

  private static final List<DatedCheck> DATED =
      Stream.of(VersionChecks.dated(), WorkloadChecks.dated(), OperationChecks.dated())
          .flatMap(List::stream)
          .toList();

  private SpecChecks() {}

  /**
   * Runs every check.
   *
   * @param asOf the day for rules about dates
   */
  public static void run(ResolvedCluster cluster, LocalDate asOf, DiagnosticSink sink) {
    ALL.forEach(check -> check.check(cluster, sink));
    DATED.forEach(check -> check.check(cluster, asOf, sink));
  }
}
