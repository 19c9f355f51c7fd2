package dev.strake.check.all;

import dev.strake.check.DatedCheck;
import dev.strake.check.SpecCheck;
import dev.strake.check.controlplane.ControlPlaneChecks;
import dev.strake.check.entry.EntryChecks;
import dev.strake.check.kubelet.KubeletChecks;
import dev.strake.check.machine.MachineChecks;
import dev.strake.check.namespace.NamespaceChecks;
import dev.strake.check.network.NetworkChecks;
import dev.strake.check.node.NodeChecks;
import dev.strake.check.output.OutputChecks;
import dev.strake.check.policy.PolicyChecks;
import dev.strake.check.quota.QuotaChecks;
import dev.strake.check.resource.ResourceChecks;
import dev.strake.check.storage.StorageChecks;
import dev.strake.check.tenant.TenantChecks;
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
              ControlPlaneChecks.all(),
              NodeChecks.all(),
              KubeletChecks.all(),
              ResourceChecks.all(),
              QuotaChecks.all(),
              NamespaceChecks.all(),
              TenantChecks.all(),
              StorageChecks.all(),
              EntryChecks.all(),
              OutputChecks.all())
          .flatMap(List::stream)
          .toList();

  private static final List<DatedCheck> DATED = PolicyChecks.dated();

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
