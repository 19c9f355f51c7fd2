package dev.strake.generate.admission;

import dev.strake.bundle.Artifact;
import dev.strake.bundle.ArtifactPath;
import dev.strake.bundle.Phase;
import dev.strake.generate.Generator;
import dev.strake.generate.ManifestObject;
import dev.strake.generate.OutputFolder;
import dev.strake.manifest.SourceMap;
import dev.strake.policy.AdmissionCompiler;
import dev.strake.policy.AdmissionObjects;
import dev.strake.policy.Policy;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterMetadata;
import java.util.List;

/** One file for each policy that applies: the ValidatingAdmissionPolicy and its binding. */
public final class AdmissionGenerator implements Generator {

  private final List<Policy> policies;

  public AdmissionGenerator(List<Policy> policies) {
    this.policies = List.copyOf(policies);
  }

  @Override
  public List<Artifact> generate(ResolvedCluster cluster) {
    return policies.stream().map(policy -> file(cluster, policy)).toList();
  }

  private static Artifact file(ResolvedCluster cluster, Policy policy) {
    int minor = cluster.spec().spec().kubernetesVersion().minor();
    AdmissionObjects objects =
        AdmissionCompiler.warning(minor)
            .compile(policy, cluster.spec().spec().policies().exceptions());
    // The spec selects policies for the cluster as a whole, and its name stands for that.
    SourceMap sources =
        SourceMap.of(
            cluster.origins().of(cluster.spec().metadata(), ClusterMetadata::name).range());
    ArtifactPath path = ArtifactPath.of("admission", policy.id().replace('/', '.') + ".yaml");
    return OutputFolder.of(cluster)
        .documents(
            path,
            Phase.ADMISSION,
            List.of(
                new ManifestObject(objects.policy(), sources),
                new ManifestObject(objects.binding(), sources)));
  }
}
