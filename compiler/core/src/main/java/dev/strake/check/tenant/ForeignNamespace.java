package dev.strake.check.tenant;

import dev.strake.custom.KindScopes;
import dev.strake.custom.KindScopes.Scope;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.manifest.Manifest;
import dev.strake.spec.Tenant;
import dev.strake.value.Quoted;
import dev.strake.yaml.NodePath;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An object of a tenant in a namespace that is not the tenant's, or in none: which one it comes to
 * is then up to whoever applies it.
 */
final class ForeignNamespace implements BoundaryRule {

  static final Code FOREIGN_NAMESPACE = Code.error("compile/foreign-namespace");

  private static final NodePath NAMESPACE = NodePath.of("metadata", "namespace");

  private final KindScopes scopes;

  ForeignNamespace(KindScopes scopes) {
    this.scopes = scopes;
  }

  @Override
  public void check(TenantPlace tenant, Manifest object, DiagnosticSink sink) {
    @Nullable String namespace = object.ref().namespace();
    boolean own =
        tenant.tenant().namespaces().stream().anyMatch(n -> n.toString().equals(namespace));
    // What the whole cluster has is reported as that, whatever namespace it claims to be in.
    if (own || scopes.of(object.ref()) != Scope.NAMESPACE) {
      return;
    }
    String message =
        namespace == null
            ? "the %s says no namespace, and the tenant %s may touch its own alone"
                .formatted(object.ref().kind(), tenant.name())
            : "the tenant %s may not touch the namespace %s"
                .formatted(tenant.name(), Quoted.plain(namespace));
    Diagnostic finding = object.finding(FOREIGN_NAMESPACE, NAMESPACE, message);
    sink.report(
        tenant.limited(finding, Tenant::namespaces).withHelp("write namespace: " + own(tenant)));
  }

  private static String own(TenantPlace tenant) {
    return tenant.tenant().namespaces().stream()
        .map(Object::toString)
        .collect(Collectors.joining(" or "));
  }
}
