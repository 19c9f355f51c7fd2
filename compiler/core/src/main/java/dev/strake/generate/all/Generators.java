package dev.strake.generate.all;

import dev.strake.bundle.Artifact;
import dev.strake.bundle.Bundle;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.generate.Generator;
import dev.strake.generate.admission.AdmissionGenerator;
import dev.strake.generate.containerd.ContainerdGenerator;
import dev.strake.generate.controlplane.ControlPlaneGenerator;
import dev.strake.generate.kubeadm.KubeadmGenerator;
import dev.strake.generate.kubevip.KubeVipGenerator;
import dev.strake.generate.loadbalancer.LoadBalancerGenerators;
import dev.strake.generate.manifest.ManifestGenerators;
import dev.strake.generate.manifest.ObjectScope;
import dev.strake.generate.manifest.WrittenObjects;
import dev.strake.generate.node.CertificateGenerator;
import dev.strake.generate.node.HostFolders;
import dev.strake.generate.system.SystemGenerator;
import dev.strake.manifest.Manifest;
import dev.strake.policy.Policy;
import dev.strake.resolve.ResolvedCluster;
import java.util.List;
import java.util.stream.Stream;

/** Every generator there is. */
public final class Generators {

  private final List<Generator> all;

  /**
   * @param policies that the cluster itself shall enforce
   */
  public Generators(List<Policy> policies) {
    List<Generator> files =
        List.of(
            new KubeadmGenerator(),
            new ContainerdGenerator(),
            new SystemGenerator(),
            new CertificateGenerator(),
            new ControlPlaneGenerator(),
            new KubeVipGenerator(),
            new AdmissionGenerator(policies));
    this.all =
        Stream.of(files, LoadBalancerGenerators.all(), ManifestGenerators.all())
            .flatMap(List::stream)
            .toList();
  }

  /**
   * Objects that belong to no cluster's spec, as a bundle of nothing else.
   *
   * @param set its name
   */
  public static Bundle set(
      String set, List<Manifest> written, ObjectScope scope, DiagnosticSink sink) {
    List<Artifact> artifacts = WrittenObjects.ofSet(set, written, scope, sink);
    return new Bundle(set, "", List.of(), UniquePaths.of(artifacts, sink));
  }

  /**
   * Everything that a cluster needs.
   *
   * @param written objects of the cluster's sources
   * @param scope of their kinds
   */
  public Bundle bundle(
      ResolvedCluster cluster, List<Manifest> written, ObjectScope scope, DiagnosticSink sink) {
    List<Artifact> generated =
        all.stream().flatMap(generator -> generator.generate(cluster).stream()).toList();
    List<Artifact> artifacts =
        Stream.of(
                generated,
                HostFolders.complete(cluster, generated, sink),
                WrittenObjects.generate(cluster, written, scope, sink))
            .flatMap(List::stream)
            .toList();
    List<Artifact> unique = UniquePaths.of(artifacts, sink);
    return new Bundle(cluster.name(), cluster.folder(), Hosts.of(cluster, unique), unique);
  }
}
