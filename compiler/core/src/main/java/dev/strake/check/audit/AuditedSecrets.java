package dev.strake.check.audit;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ApiServer.Audit;
import dev.strake.yaml.YamlMapping;
import java.util.List;
import java.util.Optional;

/**
 * An audit policy that writes secrets and tokens into the log, in plain text, from where they go to
 * wherever logs go.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/#audit-policy">Kubernetes:
 *     audit levels</a>
 */
final class AuditedSecrets implements SpecCheck {

  static final Code AUDITED_SECRETS = Code.warning("spec/audited-secrets");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Optional<YamlMapping> policy =
        PolicyFile.of(cluster, problem -> {}).flatMap(PolicyFile::policy);
    if (policy.isEmpty()) {
      return;
    }
    List<YamlMapping> rules = PolicyFile.rules(policy.get());
    for (SecretBodies bodies : SecretBodies.ALL) {
      bodies.noted(rules).ifPresent(rule -> sink.report(finding(bodies, rule, cluster)));
    }
  }

  private static Diagnostic finding(
      SecretBodies bodies, YamlMapping rule, ResolvedCluster cluster) {
    Audit audit = cluster.spec().spec().controlPlane().apiServer().audit();
    return Diagnostic.of(
            AUDITED_SECRETS,
            rule.get("level").orElse(rule).range(),
            "this rule writes the contents of %s into the audit log".formatted(bodies.resource()))
        .withRelated(cluster.origins().of(audit, Audit::policy).range(), "the policy's name")
        .withHelp(
            "put before it: {level: Metadata, resources: [{group: \"%s\", resources: [%s]}]}"
                .formatted(bodies.group(), bodies.resource()));
  }
}
