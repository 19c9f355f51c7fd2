package dev.strake.kustomize;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.source.SourceFile;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A Kustomization with all that it leads to.
 *
 * @param kustomizations it and its bases and components by their folder, from the outside in
 * @param files what a tool has to see: descriptions and configurations are not the users' bytes but
 *     what was understood of them, so that nothing can run that was not looked at
 * @param texts of files that are read as YAML, as users wrote them
 * @param problems why it is not built; empty if it can be
 */
record Overlay(
    KustomizationFile root,
    Map<String, KustomizationFile> kustomizations,
    SortedMap<String, byte[]> files,
    Map<String, SourceFile> texts,
    List<Diagnostic> problems) {

  /** From the outside in. */
  Collection<KustomizationFile> fromOutside() {
    return kustomizations.values();
  }
}
