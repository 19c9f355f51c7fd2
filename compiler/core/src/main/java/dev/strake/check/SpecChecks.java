package dev.strake.check;

import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import java.util.List;

/** All checks on the spec. A new one is a class and a line here. */
public final class SpecChecks {

  private static final List<SpecCheck> ALL =
      List.of(
          new CidrOverlap(),
          new DuplicateAddress(),
          new DuplicateName(),
          new EtcdMembers(),
          new NotCompiled(),
          new InheritedTemplate(),
          new NoControlPlane(),
          new ServiceBlockSize());

  private SpecChecks() {}

  /** Runs every check. */
  public static void run(ResolvedCluster cluster, DiagnosticSink sink) {
    ALL.forEach(check -> check.check(cluster, sink));
  }
}
