package dev.strake.check.pki;

import dev.strake.resolve.ResolvedCluster;
import dev.strake.source.SourceFile;
import dev.strake.spec.ContainerRuntime.RegistryMirror;
import dev.strake.spec.Etcd;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import dev.strake.spec.Pki.CaCertificates;
import dev.strake.value.RelativePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of certificates that the spec names and that is there.
 *
 * @param what it is, for messages: {@code the cluster's authority}
 * @param isAuthority whether it must be one that signs others
 * @param isOfCluster whether it is one of the cluster's own authorities
 */
record NamedCertificate(
    SourceFile file, String what, Origin origin, boolean isAuthority, boolean isOfCluster) {

  /** All of them; what is missing is reported elsewhere. */
  static List<NamedCertificate> of(ResolvedCluster cluster) {
    Collector found = new Collector(cluster);
    CaCertificates authorities = cluster.spec().spec().pki().caCertificates();
    if (authorities != null) {
      found.add(authorities, CaCertificates::kubernetes, "the cluster's authority", true, true);
      found.add(authorities, CaCertificates::etcd, "etcd's authority", true, true);
      found.add(authorities, CaCertificates::frontProxy, "the front proxy's authority", true, true);
    }
    Etcd.External etcd = cluster.spec().spec().controlPlane().etcd().external();
    if (etcd != null) {
      found.add(etcd, Etcd.External::caCertificate, "etcd's authority", true, false);
      found.add(etcd, Etcd.External::clientCertificate, "etcd's client certificate", false, false);
    }
    for (RegistryMirror mirror :
        cluster.spec().spec().containerRuntime().registryMirrors().values()) {
      found.add(mirror, RegistryMirror::caFile, "the mirror's certificate", false, false);
    }
    return found.certificates;
  }

  /** Empty if the file is no certificate. */
  Optional<Certificate> read() {
    return Certificate.read(file.text());
  }

  private static final class Collector {

    private final ResolvedCluster cluster;
    private final List<NamedCertificate> certificates = new ArrayList<>();

    Collector(ResolvedCluster cluster) {
      this.cluster = cluster;
    }

    <R extends Record> void add(
        R section,
        Origins.Field<R, @Nullable RelativePath> field,
        String what,
        boolean isAuthority,
        boolean isOfCluster) {
      RelativePath path = field.apply(section);
      if (path != null) {
        Origin origin = cluster.origins().of(section, field);
        cluster
            .files()
            .file(path)
            .map(file -> new NamedCertificate(file, what, origin, isAuthority, isOfCluster))
            .ifPresent(certificates::add);
      }
    }
  }
}
