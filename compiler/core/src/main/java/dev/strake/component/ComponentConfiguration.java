package dev.strake.component;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.manifest.Manifest;
import dev.strake.value.KubernetesVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges configuration documents of kubeadm, kubelet and kube-proxy as the components do, without
 * them: what {@code kubeadm config validate} refuses, and under codes of their own what kubeadm,
 * the kubelet and kube-proxy refuse only when they run. Nothing is read from the host, so whether a
 * file is there, or a socket answers, stays open.
 */
public final class ComponentConfiguration {

  private ComponentConfiguration() {}

  /** Whether a document is configuration of a component, in whatever version. */
  public static boolean is(Manifest document) {
    return ComponentKind.isComponentGroup(ComponentKind.group(document.ref().apiVersion()));
  }

  /**
   * The findings about the documents of one file, in the order of the documents and of what they
   * say.
   *
   * @param documents all of the file's: one that no component knows is a finding
   * @param release of kubeadm, the kubelet and kube-proxy
   */
  public static List<Diagnostic> check(List<Manifest> documents, KubernetesVersion release) {
    List<Diagnostic> findings = new ArrayList<>();
    List<Manifest> read = new DocumentSet(documents, findings::add).check(release);
    for (Manifest document : read) {
      check(document, release, findings::add);
    }
    findings.sort(Diagnostic.ORDER);
    return findings;
  }

  private static void check(Manifest document, KubernetesVersion release, DiagnosticSink sink) {
    Optional<ComponentKind> kind = ComponentKind.of(document.ref());
    if (kind.isEmpty() || !StrictDecoder.decode(document, kind.get().type(), release, sink)) {
      return;
    }
    Section config = Section.of(document, sink);
    for (ConfigRule rule : kind.get().rules()) {
      rule.check(config, release);
    }
  }
}
