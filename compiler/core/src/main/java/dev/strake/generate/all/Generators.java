package dev.strake.generate.all;

import dev.strake.bundle.Artifact;
import dev.strake.generate.Generator;
import dev.strake.generate.kubeadm.KubeadmGenerator;
import dev.strake.generate.loadbalancer.HaproxyGenerator;
import dev.strake.generate.manifest.NamespaceGenerator;
import dev.strake.resolve.ResolvedCluster;
import java.util.List;

/** Every file that follows from the spec alone. */
public final class Generators {

  private static final List<Generator> ALL =
      List.of(new KubeadmGenerator(), new HaproxyGenerator(), new NamespaceGenerator());

  private Generators() {}

  /** What a {@code Bundle} of this cluster is made of, each path once. */
  public static List<Artifact> generate(ResolvedCluster cluster) {
    return ALL.stream().flatMap(generator -> generator.generate(cluster).stream()).toList();
  }
}
