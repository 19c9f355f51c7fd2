package dev.strake.generate.manifest;

import dev.strake.bundle.Artifact;
import dev.strake.generate.Generator;
import dev.strake.manifest.SourceMap;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.CertManagerAddon;
import dev.strake.spec.Origins;
import dev.strake.yaml.NodePath;
import java.util.List;

/**
 * Who issues certificates to all namespaces.
 *
 * @see <a href="https://cert-manager.io/docs/configuration/acme/">cert-manager: ACME</a>
 */
final class ClusterIssuerGenerator implements Generator {

  @Override
  public List<Artifact> generate(ResolvedCluster cluster) {
    CertManagerAddon addon = cluster.spec().spec().addons().certManager();
    if (addon == null) {
      return List.of();
    }
    ManifestFiles files = new ManifestFiles(cluster);
    return addon.clusterIssuers().stream()
        .map(issuer -> files.of(issuer(issuer), sources(cluster.origins(), issuer)))
        .toList();
  }

  /** The account's key is made by cert-manager, in its own namespace. */
  private static ClusterIssuer issuer(CertManagerAddon.ClusterIssuer issuer) {
    CertManagerAddon.Acme acme = issuer.acme();
    String ingressClass = acme.solver().http01().ingressClassName().toString();
    return new ClusterIssuer(
        CustomObject.Metadata.ofCluster(issuer.name().toString()),
        new Spec(
            new Acme(
                acme.server().toString(),
                acme.email().toString(),
                new SecretName(issuer.name() + "-account-key"),
                List.of(new Solver(new Http01(new Ingress(ingressClass)))))));
  }

  private static SourceMap sources(Origins origins, CertManagerAddon.ClusterIssuer issuer) {
    CertManagerAddon.Acme acme = issuer.acme();
    NodePath at = NodePath.of("spec", "acme");
    var name = origins.of(issuer, CertManagerAddon.ClusterIssuer::name).range();
    return SourceMap.of(origins.of(issuer).range())
        .with(NodePath.of("metadata", "name"), name)
        .with(at, origins.of(acme).range())
        .with(at.key("server"), origins.of(acme, CertManagerAddon.Acme::server).range())
        .with(at.key("email"), origins.of(acme, CertManagerAddon.Acme::email).range())
        .with(at.key("privateKeySecretRef"), name)
        .with(
            at.key("solvers"),
            origins.of(acme.solver().http01(), CertManagerAddon.Http01::ingressClassName).range());
  }

  record ClusterIssuer(Metadata metadata, Spec spec) implements CustomObject {
    @Override
    public String apiVersion() {
      return "cert-manager.io/v1";
    }
  }

  record Spec(Acme acme) {}

  record Acme(String server, String email, SecretName privateKeySecretRef, List<Solver> solvers) {}

  record SecretName(String name) {}

  record Solver(Http01 http01) {}

  record Http01(Ingress ingress) {}

  record Ingress(String ingressClassName) {}
}
