package dev.strake;

import dev.strake.component.ComponentConfiguration;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.manifest.Manifest;
import dev.strake.source.SourceFile;
import dev.strake.value.KubernetesVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds configurations of kubeadm, the kubelet and kube-proxy against these components' rules. */
final class ComponentJudge {

  private ComponentJudge() {}

  /** kubeadm reads a file as a whole, so its documents are judged together. */
  static List<Diagnostic> judge(List<Manifest> manifests, KubernetesVersion release) {
    Map<SourceFile, List<Manifest>> files = new LinkedHashMap<>();
    for (Manifest manifest : manifests) {
      if (ComponentConfiguration.is(manifest)) {
        files.computeIfAbsent(manifest.root().file(), file -> new ArrayList<>()).add(manifest);
      }
    }
    return files.values().stream()
        .flatMap(documents -> ComponentConfiguration.check(documents, release).stream())
        .toList();
  }
}
