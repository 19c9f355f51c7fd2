package dev.strake.generate.loadbalancer;

import dev.strake.bundle.Artifact;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedLoadBalancer;
import dev.strake.source.SourceFile;
import dev.strake.source.SourceRange;
import dev.strake.spec.LoadBalancer.Verify;
import dev.strake.spec.Pki.CaCertificates;
import java.util.Optional;

/**
 * The cluster's own authority, where health checks shall verify with it.
 *
 * @param certificate as it is in the repository
 * @param origin where the spec names it
 */
record ClusterAuthority(SourceFile certificate, SourceRange origin) {

  /**
   * Empty if checks shall not verify, or if the cluster makes its authority only when it begins.
   */
  static Optional<ClusterAuthority> of(ResolvedCluster cluster, ResolvedLoadBalancer balancer) {
    CaCertificates certificates = cluster.spec().spec().pki().caCertificates();
    if (certificates == null || balancer.written().healthCheck().verify() != Verify.ClusterCA) {
      return Optional.empty();
    }
    SourceRange origin = cluster.origins().of(certificates, CaCertificates::kubernetes).range();
    return cluster
        .files()
        .file(certificates.kubernetes())
        .map(file -> new ClusterAuthority(file, origin));
  }

  Artifact file(HostFolder folder) {
    return folder.other(LoadBalancerFiles.CLUSTER_CA, origin, certificate.text());
  }
}
