package dev.strake.component;

import static dev.strake.component.ComponentCodes.CONFLICT;
import static dev.strake.component.ComponentCodes.IGNORED_DOCUMENT;
import static dev.strake.component.ComponentCodes.UNKNOWN_DOCUMENT;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.DidYouMean;
import dev.strake.manifest.Manifest;
import dev.strake.value.KubernetesVersion;
import dev.strake.value.Quoted;
import dev.strake.yaml.NodePath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which documents may stand in one file.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/util/marshal.go">SplitConfigDocuments
 *     in kubeadm</a>
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/util/config/common.go">validateKnownGVKs
 *     and validateSupportedVersion in kubeadm</a>
 */
final class DocumentSet {

  private static final NodePath KIND = NodePath.of("kind");
  private static final NodePath API_VERSION = NodePath.of("apiVersion");
  private static final Set<String> CLUSTER_WIDE =
      Set.of("InitConfiguration", "ClusterConfiguration");

  private final List<Manifest> documents;
  private final DiagnosticSink sink;

  DocumentSet(List<Manifest> documents, DiagnosticSink sink) {
    this.documents = documents;
    this.sink = sink;
  }

  /**
   * Reports documents that have no place in the file.
   *
   * @return those that a component reads, in order
   */
  List<Manifest> check(KubernetesVersion release) {
    for (Manifest document : documents) {
      known(document, release);
    }
    duplicates();
    initAndJoin();
    List<Manifest> ignored = ignored();
    ignored.forEach(this::ignored);
    return documents.stream().filter(document -> !ignored.contains(document)).toList();
  }

  private void known(Manifest document, KubernetesVersion release) {
    Optional<ComponentKind> kind = ComponentKind.of(document.ref());
    if (kind.isEmpty()) {
      sink.report(unknown(document));
    } else if (release.major() == 1 && release.minor() < kind.get().firstMinor()) {
      sink.report(
          document.finding(
              UNKNOWN_DOCUMENT,
              API_VERSION,
              "%s came with v1.%s, and this is for %s"
                  .formatted(
                      kind.get().apiVersion(), kind.get().firstMinor(), release.minorText())));
    } else if (release.major() > 1 || release.minor() > kind.get().lastMinor()) {
      sink.report(
          document
              .finding(
                  UNKNOWN_DOCUMENT,
                  API_VERSION,
                  "%s is gone since v1.%s, and this is for %s"
                      .formatted(
                          kind.get().apiVersion(), kind.get().lastMinor() + 1, release.minorText()))
              .withHelp("write kubeadm.k8s.io/v1beta4, whose extraArgs are lists"));
    }
  }

  private static Diagnostic unknown(Manifest document) {
    String apiVersion = document.ref().apiVersion();
    String kind = document.ref().kind();
    boolean knownKind = ComponentKind.kindNames().contains(kind);
    Diagnostic finding =
        document.finding(
            UNKNOWN_DOCUMENT,
            knownKind ? API_VERSION : KIND,
            "kubeadm knows no %s of %s".formatted(Quoted.of(kind), Quoted.of(apiVersion)));
    return DidYouMean.of(kind, ComponentKind.kindNames())
        .filter(meant -> !meant.equals(kind))
        .map(meant -> finding.withHelp("did you mean " + meant + "?"))
        .orElse(finding);
  }

  private void duplicates() {
    Map<String, Manifest> seen = new HashMap<>();
    for (Manifest document : documents) {
      String name = document.ref().apiVersion() + " " + document.ref().kind();
      Manifest earlier = seen.putIfAbsent(name, document);
      if (earlier != null) {
        conflict(document, earlier, "stands in this file twice");
      }
    }
  }

  private void initAndJoin() {
    Optional<Manifest> init = first("InitConfiguration");
    Optional<Manifest> join = first("JoinConfiguration");
    if (init.isPresent() && join.isPresent()) {
      conflict(
          join.get(), init.get(), "cannot stand beside InitConfiguration: a node does one of both");
    }
  }

  private void conflict(Manifest document, Manifest other, String predicate) {
    sink.report(
        document
            .finding(CONFLICT, KIND, document.ref().kind() + " " + predicate)
            .withRelated(other.place(KIND), "the other document is here"));
  }

  /** kubeadm join, reset and upgrade skip the components' own documents, whatever they say. */
  private List<Manifest> ignored() {
    boolean read = documents.stream().anyMatch(d -> CLUSTER_WIDE.contains(d.ref().kind()));
    boolean forKubeadm = documents.stream().anyMatch(DocumentSet::isKubeadm);
    return read || !forKubeadm
        ? List.of()
        : documents.stream()
            .filter(d -> ComponentKind.of(d.ref()).isPresent() && !isKubeadm(d))
            .toList();
  }

  private void ignored(Manifest document) {
    sink.report(
        document
            .finding(
                IGNORED_DOCUMENT,
                KIND,
                "kubeadm ignores %s without a ClusterConfiguration"
                    .formatted(document.ref().kind()))
            .withHelp("write what differs on this node into a patches directory"));
  }

  private Optional<Manifest> first(String kind) {
    return documents.stream()
        .filter(document -> isKubeadm(document) && document.ref().kind().equals(kind))
        .findFirst();
  }

  private static boolean isKubeadm(Manifest document) {
    return ComponentKind.of(document.ref()).map(ComponentKind::isKubeadm).orElse(false);
  }
}
