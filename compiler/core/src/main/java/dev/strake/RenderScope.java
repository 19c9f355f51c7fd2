package dev.strake;

import dev.strake.input.RenderRoot;
import dev.strake.kustomize.Overlays;
import dev.strake.source.SourceEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Entries by what has to become of them.
 *
 * @param raw Kubernetes YAML
 * @param kustomizations files that describe them
 * @param charts their Chart.yaml files
 * @param beside further files in the folders of Kustomizations: resources of theirs, or patches
 */
record RenderScope(
    List<SourceEntry> raw,
    List<SourceEntry> kustomizations,
    List<SourceEntry> charts,
    List<SourceEntry> beside) {

  static RenderScope of(List<SourceEntry> entries) {
    List<SourceEntry> kustomizations = marked(entries, RenderRoot.KUSTOMIZATION);
    List<SourceEntry> charts = marked(entries, RenderRoot.HELM_CHART);
    if (kustomizations.isEmpty() && charts.isEmpty()) {
      return new RenderScope(entries, List.of(), List.of(), List.of());
    }
    Set<String> folders = new HashSet<>();
    kustomizations.forEach(marker -> folders.add(parent(marker.path())));
    List<SourceEntry> raw = new ArrayList<>();
    List<SourceEntry> beside = new ArrayList<>();
    for (SourceEntry entry : entries) {
      if (RenderRoot.markedBy(entry.path()).isEmpty()) {
        (isBelowOne(entry.path(), folders) ? beside : raw).add(entry);
      }
    }
    beside.removeIf(entry -> !SourceEntry.isManifest(entry.path()));
    return new RenderScope(raw, kustomizations, charts, beside);
  }

  /** The files among some entries that describe Kustomizations. */
  static List<SourceEntry> kustomizations(List<SourceEntry> entries) {
    return marked(entries, RenderRoot.KUSTOMIZATION);
  }

  /**
   * The overlays among the entries.
   *
   * @param elsewhere files that describe Kustomizations which may build upon them
   */
  Overlays.Scope overlays(List<SourceEntry> elsewhere) {
    return new Overlays.Scope(kustomizations, elsewhere, beside);
  }

  private static List<SourceEntry> marked(List<SourceEntry> entries, RenderRoot root) {
    return entries.stream()
        .filter(entry -> RenderRoot.markedBy(entry.path()).equals(Optional.of(root)))
        .toList();
  }

  private static boolean isBelowOne(String path, Set<String> folders) {
    for (String at = path; !at.isEmpty(); at = parent(at)) {
      if (folders.contains(parent(at))) {
        return true;
      }
    }
    return false;
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
