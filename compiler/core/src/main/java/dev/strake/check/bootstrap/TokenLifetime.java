package dev.strake.check.bootstrap;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Bootstrap;
import dev.strake.spec.Origin;
import dev.strake.spec.SecretRef;
import dev.strake.value.GoDuration;
import java.time.Duration;
import java.util.Optional;

/**
 * A bootstrap token that is good for so long that it becomes a password to the cluster, or that
 * ends while a machine still joins.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens/">Kubernetes:
 *     bootstrap tokens</a>
 */
final class TokenLifetime implements SpecCheck {

  static final Code TOKEN_LIFETIME = Code.warning("spec/token-lifetime");

  /** What kubeadm gives a token that says nothing. */
  private static final Duration LONGEST = Duration.ofHours(24);

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Bootstrap bootstrap = cluster.spec().spec().bootstrap();
    if (!(bootstrap.bootstrapTokenRef() instanceof SecretRef.Runtime token)) {
      return;
    }
    GoDuration ttl = token.ttl();
    if (ttl != null) {
      Origin place = cluster.origins().of(token, SecretRef.Runtime::ttl);
      finding(ttl.toDuration(), ttl, bootstrap.timeouts(), place).ifPresent(sink::report);
    }
  }

  private static Optional<Diagnostic> finding(
      Duration length, GoDuration ttl, Bootstrap.Timeouts timeouts, Origin place) {
    Duration join = timeouts.discovery().toDuration().plus(timeouts.tlsBootstrap().toDuration());
    if (length.isZero() || length.isNegative()) {
      return Optional.of(
          place
              .finding(
                  TOKEN_LIFETIME,
                  length.isZero() ? "the token never expires" : "the token has expired already")
              .withSeverity(length.isZero() ? Severity.WARNING : Severity.ERROR)
              .withHelp("write ttl: 30m, and make a new one for the next machine"));
    }
    if (length.compareTo(LONGEST) > 0) {
      return Optional.of(
          place
              .finding(
                  TOKEN_LIFETIME,
                  "whoever finds the token within %s adds machines to the cluster".formatted(ttl))
              .withHelp("write ttl: 30m, or 24h at the most"));
    }
    if (length.compareTo(join) < 0) {
      return Optional.of(
          place
              .finding(
                  TOKEN_LIFETIME,
                  "the token ends after %s, and a machine may take %sm to join (timeouts.discovery"
                          .formatted(ttl, join.toMinutes())
                      + " and timeouts.tlsBootstrap)")
              .withHelp("write ttl: %sm or more".formatted(Math.max(30, join.toMinutes() + 1))));
    }
    return Optional.empty();
  }
}
