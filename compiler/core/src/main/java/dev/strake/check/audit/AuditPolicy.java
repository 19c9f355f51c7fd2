package dev.strake.check.audit;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.source.SourceRange;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An audit policy that the API server refuses, and then does not start; or whose fields it does not
 * know, and then a rule means something else than it says.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/config-api/apiserver-audit.v1/#audit-k8s-io-v1-Policy">Kubernetes:
 *     audit policies</a>
 */
final class AuditPolicy implements SpecCheck {

  static final Code AUDIT_POLICY = Code.error("spec/audit-policy");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    List<Diagnostic> unreadable = new ArrayList<>();
    Optional<PolicyFile> file = PolicyFile.of(cluster, unreadable::add);
    unreadable.forEach(sink::report);
    if (file.isEmpty() || !unreadable.isEmpty()) {
      return;
    }
    Optional<YamlMapping> policy = file.get().policy();
    if (policy.isEmpty()) {
      sink.report(
          finding(file.get().file().beginning(), "the file is not one audit policy")
              .withHelp("write apiVersion: audit.k8s.io/v1, kind: Policy, and rules"));
      return;
    }
    check(policy.get(), sink);
  }

  private static void check(YamlMapping policy, DiagnosticSink sink) {
    requireText(policy, "apiVersion", "audit.k8s.io/v1", sink);
    requireText(policy, "kind", "Policy", sink);
    AuditFields.POLICY.check(policy, sink);
    AuditRule.checkStages(policy, sink);
    Optional<YamlNode> rules = policy.get("rules");
    boolean some =
        rules.isPresent() && rules.get() instanceof YamlSequence list && !list.items().isEmpty();
    if (!some) {
      sink.report(
          finding(rules.orElse(policy).range(), "an audit policy needs a rule")
              .withHelp("write rules: [{level: Metadata}], which notes everything without bodies"));
    }
    PolicyFile.rules(policy).forEach(rule -> new AuditRule(rule, sink).check());
  }

  private static void requireText(
      YamlMapping policy, String field, String wanted, DiagnosticSink sink) {
    Optional<YamlNode> found = policy.get(field);
    if (!policy.string(field).equals(Optional.of(wanted))) {
      sink.report(
          finding(found.orElse(policy).range(), "an audit policy has another " + field)
              .withHelp("write %s: %s".formatted(field, wanted)));
    }
  }

  static Diagnostic finding(SourceRange place, String message) {
    return Diagnostic.of(AUDIT_POLICY, place, message);
  }
}
