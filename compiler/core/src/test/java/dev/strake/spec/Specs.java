package dev.strake.spec;

import dev.strake.diagnostic.Checked;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.source.SourceFile;
import dev.strake.yaml.YamlDocument;
import dev.strake.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;

/** A small valid cluster, whole or with a change. */
public final class Specs {

  public static final String SMALL =
      """
      apiVersion: strake.dev/v1alpha1
      kind: Cluster
      metadata:
        name: small
      spec:
        kubernetesVersion: v1.36.4
        controlPlaneEndpoint:
          host: api.example.net
        clusterNetwork:
          machines:
            cidrBlocks: [10.20.0.0/24]
            gateway: 10.20.0.1
          pods:
            cidrBlocks: [10.244.0.0/16]
          services:
            cidrBlocks: [10.96.0.0/12]
          cni:
            type: Flannel
        loadBalancer:
          type: External
        controlPlane:
          etcd:
            local: {}
        nodePools:
          - name: control-plane
            role: ControlPlane
            template:
              capacity: {cpu: 4, memory: 8Gi}
            nodes:
              - name: cp-1
                address: 10.20.0.21
      """;

  private Specs() {}

  /** The small cluster with one text in the place of another that it has. */
  public static String with(String old, String replacement) {
    if (!SMALL.contains(old)) {
      throw new IllegalArgumentException(old);
    }
    return SMALL.replace(old, replacement);
  }

  public static Checked<Bound<Cluster>> bind(String text) {
    return SpecBinder.bind(read(text));
  }

  public static YamlDocument read(String text) {
    return read(text, "cluster.yaml");
  }

  private static YamlDocument read(String text, String path) {
    List<Diagnostic> found = new ArrayList<>();
    SourceFile file = SourceFile.of(path, text);
    List<YamlDocument> documents =
        YamlReader.withDefaultLimits().read(file, found::add).documents();
    if (!found.isEmpty()) {
      throw new IllegalArgumentException(found.toString());
    }
    return documents.get(0);
  }

  /** The cluster of a text without mistakes. */
  public static Bound<Cluster> bound(String text) {
    return bound(text, "cluster.yaml");
  }

  /** The same in a file of a name. */
  public static Bound<Cluster> bound(String text, String path) {
    Checked<Bound<Cluster>> checked = SpecBinder.bind(read(text, path));
    if (!checked.diagnostics().isEmpty()) {
      throw new IllegalArgumentException(checked.diagnostics().toString());
    }
    return checked.asOptional().orElseThrow();
  }
}
