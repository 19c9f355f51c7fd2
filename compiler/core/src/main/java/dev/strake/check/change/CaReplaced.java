package dev.strake.check.change;

import dev.strake.check.ChangeCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.source.SourceFile;
import dev.strake.spec.Origins;
import dev.strake.spec.Pki.CaCertificates;
import dev.strake.value.RelativePath;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A certificate authority in the place of another. Everything in the cluster trusts the old one and
 * has certificates of it; a file that holds both is the first step of a rotation and is fine. One
 * that drops a certificate and keeps another is its last step, which must not come too early.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/tls/manual-rotation-of-ca-certificates/">Kubernetes:
 *     manual rotation of CA certificates</a>
 */
final class CaReplaced implements ChangeCheck {

  static final Code CA_REPLACED = Code.error("spec/ca-replaced");
  static final Code CA_WITHDRAWN = Code.warning("spec/ca-withdrawn");

  private static final Pattern CERTIFICATE =
      Pattern.compile(
          "-----BEGIN CERTIFICATE-----(?<body>[^-]*)-----END CERTIFICATE-----", Pattern.DOTALL);

  private static final String FIRST_STEP =
      "write both certificates into the file, the old one too, until every certificate is issued by"
          + " the new one";

  private static final String LAST_STEP =
      "first let every certificate, kubeconfig and ServiceAccount's copy of the authority be of the"
          + " one that stays; until then keep both in the file";

  private record Authority(
      String name, Origins.Field<CaCertificates, @Nullable RelativePath> field) {}

  private static final List<Authority> ALL =
      List.of(
          new Authority("the cluster", CaCertificates::kubernetes),
          new Authority("etcd", CaCertificates::etcd),
          new Authority("aggregated API servers", CaCertificates::frontProxy));

  @Override
  public void check(ResolvedCluster before, ResolvedCluster after, DiagnosticSink sink) {
    CaCertificates was = before.spec().spec().pki().caCertificates();
    CaCertificates becomes = after.spec().spec().pki().caCertificates();
    if (was == null || becomes == null) {
      return;
    }
    for (Authority authority : ALL) {
      Set<String> known = certificates(before, authority.field.apply(was));
      Set<String> trusted = certificates(after, authority.field.apply(becomes));
      if (known.isEmpty() || trusted.isEmpty() || trusted.containsAll(known)) {
        continue;
      }
      boolean last = trusted.stream().anyMatch(known::contains);
      Diagnostic finding =
          after
              .origins()
              .of(becomes, authority.field)
              .finding(last ? CA_WITHDRAWN : CA_REPLACED, message(authority, last))
              .withRelated(before.origins().of(was, authority.field).range(), "as it was");
      sink.report(finding.withHelp(last ? LAST_STEP : FIRST_STEP));
    }
  }

  private static String message(Authority authority, boolean last) {
    return last
        ? "the authority of %s is no longer trusted where it was one of several"
            .formatted(authority.name)
        : "the authority of %s is replaced, and everything in the cluster trusts the old one"
            .formatted(authority.name);
  }

  /** Each certificate of a file without its line breaks; none if the file is not there. */
  private static Set<String> certificates(ResolvedCluster cluster, @Nullable RelativePath path) {
    if (path == null) {
      return Set.of();
    }
    Optional<SourceFile> file = cluster.files().file(path);
    return file.map(
            text ->
                CERTIFICATE
                    .matcher(text.text())
                    .results()
                    .map(CaReplaced::body)
                    .collect(Collectors.toCollection(HashSet::new)))
        .orElseGet(HashSet::new);
  }

  private static String body(MatchResult certificate) {
    return certificate.group(1).replaceAll("\\s", "");
  }
}
