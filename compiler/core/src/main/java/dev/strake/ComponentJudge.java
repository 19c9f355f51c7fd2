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

  private static final String KUBEADM_GROUP = "kubeadm.k8s.io/";

  private ComponentJudge() {}

  /**
   * kubeadm reads a file as a whole and takes nothing else in it, so where it is one of kubeadm's,
   * all of its documents are judged together.
   */
  static List<Diagnostic> judge(List<Manifest> manifests, KubernetesVersion release) {
    Map<SourceFile, List<Manifest>> files = new LinkedHashMap<>();
    for (Manifest manifest : manifests) {
      files.computeIfAbsent(manifest.root().file(), file -> new ArrayList<>()).add(manifest);
    }
    return files.values().stream()
        .map(ComponentJudge::configuration)
        .flatMap(documents -> ComponentConfiguration.check(documents, release).stream())
        .toList();
  }

  private static List<Manifest> configuration(List<Manifest> documents) {
    return documents.stream().anyMatch(ComponentJudge::isKubeadm)
        ? documents
        : documents.stream().filter(ComponentConfiguration::is).toList();
  }

  private static boolean isKubeadm(Manifest document) {
    return document.ref().apiVersion().startsWith(KUBEADM_GROUP);
  }
}
