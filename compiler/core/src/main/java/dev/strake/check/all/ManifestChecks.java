package dev.strake.check.all;

import dev.strake.check.ManifestCheck;
import dev.strake.check.namespace.DanglingGrant;
import dev.strake.check.quota.QuotaWithoutDefault;
import dev.strake.check.schedule.Unschedulable;
import dev.strake.check.storage.DefaultClasses;
import dev.strake.check.storage.NoDefaultClass;
import dev.strake.check.tenant.UndeclaredNamespace;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.manifest.Manifest;
import dev.strake.resolve.ResolvedCluster;
import java.util.List;

/** All checks on what a spec and the objects of its sources do not agree about. */
public final class ManifestChecks {

  private static final List<ManifestCheck> ALL =
      List.of(
          new UndeclaredNamespace(),
          new DanglingGrant(),
          new QuotaWithoutDefault(),
          new DefaultClasses(),
          new NoDefaultClass(),
          new Unschedulable());

  private ManifestChecks() {}

  /** Runs every check. */
  public static void run(ResolvedCluster cluster, List<Manifest> written, DiagnosticSink sink) {
    ALL.forEach(check -> check.check(cluster, written, sink));
  }
}
