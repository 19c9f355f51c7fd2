package dev.strake.check.tenant;

import dev.strake.check.ManifestCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.DidYouMean;
import dev.strake.manifest.Manifest;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNamespace;
import dev.strake.spec.Tenant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A tenant's namespace that nobody makes, neither the spec nor an object of its sources. */
public final class UndeclaredNamespace implements ManifestCheck {

  static final Code UNDECLARED_NAMESPACE = Code.error("spec/undeclared-namespace");

  /** Kubernetes makes it itself; its other namespaces are no tenant's. */
  private static final String DEFAULT = "default";

  @Override
  public void check(ResolvedCluster cluster, List<Manifest> written, DiagnosticSink sink) {
    Set<String> declared = declared(cluster, written);
    for (Tenant tenant : cluster.spec().spec().tenants()) {
      List<String> names = tenant.namespaces().stream().map(Object::toString).toList();
      for (int i = 0; i < names.size(); i++) {
        String name = names.get(i);
        if (!declared.contains(name) && !SystemTenant.SYSTEM.contains(name)) {
          sink.report(
              cluster
                  .origins()
                  .of(tenant, Tenant::namespaces, i)
                  .finding(UNDECLARED_NAMESPACE, "nobody makes the namespace " + name)
                  .withHelp(
                      DidYouMean.of(name, declared)
                          .map(meant -> "did you mean " + meant + "?")
                          .orElse("add it to namespaces, with its quota and limits")));
        }
      }
    }
  }

  private static Set<String> declared(ResolvedCluster cluster, List<Manifest> written) {
    Set<String> names = new TreeSet<>(Set.of(DEFAULT));
    for (ClusterNamespace namespace : cluster.spec().spec().namespaces()) {
      names.add(namespace.name().toString());
    }
    written.stream()
        .map(Manifest::ref)
        .filter(ref -> ref.apiVersion().equals("v1") && ref.kind().equals("Namespace"))
        .forEach(ref -> names.add(ref.name()));
    return names;
  }
}
