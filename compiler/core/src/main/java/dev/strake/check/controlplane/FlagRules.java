package dev.strake.check.controlplane;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ApiServer;
import dev.strake.value.Quoted;
import dev.strake.versions.ComponentFlags;
import dev.strake.versions.FlagRule;

/**
 * A flag that a component does not have any more, that contradicts a field of the spec, that opens
 * what the defaults keep shut, or that is kubeadm's own. Which these are is data.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/control-plane-flags/">Kubernetes:
 *     customizing components with the kubeadm API</a>
 */
final class FlagRules implements SpecCheck {

  static final Code FLAG_REMOVED = Code.error("spec/flag-removed");
  static final Code FLAG_HAS_FIELD = Code.error("spec/flag-has-field");
  static final Code FLAG_INSECURE = Code.warning("spec/flag-insecure");
  static final Code FLAG_OF_KUBEADM = Code.warning("spec/flag-of-kubeadm");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    ApiServer server = cluster.spec().spec().controlPlane().apiServer();
    for (AddedFlag flag : AddedFlag.of(cluster)) {
      if (isFree(flag.name(), server)) {
        continue;
      }
      ComponentFlags.rule(flag.component(), flag.name(), flag.value(), flag.release())
          .ifPresent(rule -> sink.report(finding(flag, rule)));
    }
  }

  /** Files that Strake writes only for a section of the spec: without it they may be the user's. */
  private static boolean isFree(String flag, ApiServer server) {
    return switch (flag) {
      case "authentication-config" ->
          server.anonymousAuth() != ApiServer.AnonymousAuth.HealthEndpointsOnly;
      case "encryption-provider-config" -> server.encryption() == null;
      case "admission-control-config-file" -> server.podSecurity() == null;
      default -> false;
    };
  }

  private static Diagnostic finding(AddedFlag flag, FlagRule rule) {
    return switch (rule.kind()) {
      case REMOVED ->
          flag.named()
              .finding(
                  FLAG_REMOVED,
                  "%s %s has no flag %s, and does not start with it"
                      .formatted(flag.component(), flag.release(), flag.name()))
              .withHelp("leave it out: " + rule.text());
      case FIELD ->
          flag.named()
              .finding(
                  FLAG_HAS_FIELD,
                  "%s gets %s from the spec: %s"
                      .formatted(flag.component(), flag.name(), rule.text()))
              .withHelp("write it there, and leave out the flag");
      case INSECURE ->
          flag.valued()
              .finding(
                  FLAG_INSECURE,
                  "%s %s: %s".formatted(flag.name(), Quoted.of(flag.value()), rule.text()))
              .withHelp("leave out the flag, or write a value that keeps this");
      case KUBEADM ->
          flag.named()
              .finding(
                  FLAG_OF_KUBEADM,
                  "%s of %s is set by kubeadm: %s"
                      .formatted(flag.name(), flag.component(), rule.text()))
              .withHelp("leave out the flag");
    };
  }
}
