package dev.strake.generate.manifest;

import dev.strake.generate.Generator;
import java.util.List;

/** All generators of Kubernetes objects. */
public final class ManifestGenerators {

  private ManifestGenerators() {}

  public static List<Generator> all() {
    return List.of(
        new NodePatchGenerator(),
        new NamespaceGenerator(),
        new StorageClassGenerator(),
        new IngressClassGenerator(),
        new CalicoGenerator(),
        new AddressPoolGenerator(),
        new ClusterIssuerGenerator(),
        new BackupScheduleGenerator());
  }
}
