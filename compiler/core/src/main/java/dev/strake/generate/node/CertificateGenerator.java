package dev.strake.generate.node;

import dev.strake.bundle.Artifact;
import dev.strake.bundle.FileMode;
import dev.strake.generate.Generator;
import dev.strake.generate.host.NodeFolder;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.source.SourceFile;
import dev.strake.source.SourceRange;
import dev.strake.spec.Etcd;
import dev.strake.spec.Origins;
import dev.strake.spec.Pki;
import dev.strake.spec.Pki.CaCertificates;
import dev.strake.value.AbsolutePath;
import dev.strake.value.RelativePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Public certificates that exist before the cluster does: on control planes where kubeadm looks for
 * them. Every other machine gets the cluster's authority for discovery, beside its bootstrap.sh:
 * kubeadm refuses to join a worker that has it already.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/setup/best-practices/certificates/#certificate-paths">Kubernetes:
 *     certificate paths</a>
 */
public final class CertificateGenerator implements Generator {

  /** In a joining node's folder. */
  static final String AUTHORITY = "ca.crt";

  /** A certificate of the repository with its place on control planes. */
  private record Certificate(AbsolutePath path, SourceFile file, SourceRange origin) {}

  @Override
  public List<Artifact> generate(ResolvedCluster cluster) {
    List<Certificate> certificates = new CertificateList(cluster).all();
    Optional<ResolvedNode> first = cluster.controlPlaneNodes().findFirst();
    List<Artifact> files = new ArrayList<>();
    for (ResolvedNode node : cluster.nodes()) {
      NodeFolder folder = new NodeFolder(cluster, node);
      if (node.isControlPlane()) {
        certificates.forEach(c -> files.add(folder.file(c.path(), c.origin(), c.file().text())));
      }
      if (!first.equals(Optional.of(node))) {
        authority(cluster, folder).ifPresent(files::add);
      }
    }
    return files;
  }

  private static Optional<Artifact> authority(ResolvedCluster cluster, NodeFolder folder) {
    CaCertificates written = cluster.spec().spec().pki().caCertificates();
    if (written == null) {
      return Optional.empty();
    }
    SourceRange origin = cluster.origins().of(written, CaCertificates::kubernetes).range();
    return cluster
        .files()
        .file(written.kubernetes())
        .map(file -> folder.beside(AUTHORITY, FileMode.REGULAR, origin, file.text()));
  }

  /** Collects them section by section. */
  private static final class CertificateList {

    private final ResolvedCluster cluster;
    private final List<Certificate> found = new ArrayList<>();

    CertificateList(ResolvedCluster cluster) {
      this.cluster = cluster;
    }

    List<Certificate> all() {
      Etcd.External external = cluster.spec().spec().controlPlane().etcd().external();
      Pki pki = cluster.spec().spec().pki();
      CaCertificates authorities = pki.caCertificates();
      if (authorities != null && pki.mode() == Pki.Mode.PreGenerated) {
        add(authorities, CaCertificates::kubernetes, KubeadmPki.CA);
        add(authorities, CaCertificates::frontProxy, KubeadmPki.FRONT_PROXY_CA);
        if (external == null) {
          add(authorities, CaCertificates::etcd, KubeadmPki.ETCD_CA);
        }
      }
      if (external != null) {
        add(external, Etcd.External::caCertificate, KubeadmPki.ETCD_CA);
        add(external, Etcd.External::clientCertificate, KubeadmPki.ETCD_CLIENT);
      }
      return found;
    }

    private <R extends Record> void add(
        R section, Origins.Field<R, @Nullable RelativePath> field, String name) {
      RelativePath path = field.apply(section);
      if (path != null) {
        SourceRange origin = cluster.origins().of(section, field).range();
        cluster
            .files()
            .file(path)
            .map(file -> new Certificate(KubeadmPki.certificate(name), file, origin))
            .ifPresent(found::add);
      }
    }
  }
}
