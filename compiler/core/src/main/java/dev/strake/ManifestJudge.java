package dev.strake;

import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.manifest.Manifest;
import dev.strake.policy.PolicyEngine;
import dev.strake.schema.KubernetesSchemas;
import dev.strake.schema.SchemaCheck;
import java.util.List;
import java.util.function.Supplier;

/** Holds objects against what the API server would say, then against the policies. */
final class ManifestJudge {

  /** Our own kinds have readers of their own, which say what is wrong with them. */
  private static final String OWN_GROUP = "strake.dev/";

  private final Supplier<KubernetesSchemas> schemas;
  private final PolicyEngine policies;
  private final DiagnosticSink sink;

  /**
   * @param schemas asked for once there is something to judge: many clusters have no manifests
   */
  ManifestJudge(Supplier<KubernetesSchemas> schemas, PolicyEngine policies, DiagnosticSink sink) {
    this.schemas = schemas;
    this.policies = policies;
    this.sink = sink;
  }

  /** For objects that users wrote. */
  void judge(List<Manifest> written) {
    if (written.isEmpty()) {
      return;
    }
    SchemaCheck schema = new SchemaCheck(schemas.get());
    for (Manifest manifest : written) {
      if (!manifest.ref().apiVersion().startsWith(OWN_GROUP)) {
        schema.check(manifest, sink);
      }
    }
    judgeByPolicies(written);
  }

  /** For what was generated too: its shape is a matter of our tests. */
  void judgeByPolicies(List<Manifest> manifests) {
    policies.evaluate(manifests).forEach(sink::report);
  }
}
