package dev.strake.kustomize;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.manifest.Manifest;
import dev.strake.rendering.Renderer;
import dev.strake.source.SourceEntry;
import dev.strake.source.SourceFile;
import dev.strake.source.SourceTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The door to this package: builds the overlays of a tree. */
public final class Overlays {

  static final Code UNUSED_FILE = Code.info("compile/unused-file");

  private final TreeFiles tree;
  private final Renderer renderer;
  private final Severity unrendered;
  private final Set<Diagnostic> findings = new LinkedHashSet<>();

  private Overlays(SourceTree tree, Renderer renderer, Severity unrendered) {
    this.tree = new TreeFiles(tree);
    this.renderer = renderer;
    this.unrendered = unrendered;
  }

  /**
   * Which Kustomizations there are.
   *
   * @param markers files that describe the Kustomizations to build; those that others of them build
   *     upon are not built by themselves
   * @param elsewhere files that describe others, which may build upon them too
   * @param beside further files in the folders of the markers
   */
  public record Scope(
      List<SourceEntry> markers, List<SourceEntry> elsewhere, List<SourceEntry> beside) {}

  /**
   * What became of them.
   *
   * @param objects that were built
   * @param files that were read
   * @param withheld Kustomizations that were not built
   */
  public record Result(List<Manifest> objects, int files, int withheld) {}

  /**
   * Builds what no other builds upon; what is not built is reported.
   *
   * @param unrendered how much it matters that an overlay is not built
   */
  public static Result build(
      Scope scope, SourceTree tree, Renderer renderer, Severity unrendered, DiagnosticSink sink) {
    if (scope.markers.isEmpty()) {
      return new Result(List.of(), 0, 0);
    }
    Overlays overlays = new Overlays(tree, renderer, unrendered);
    Result result = overlays.build(scope);
    overlays.findings.forEach(sink::report);
    return result;
  }

  private Result build(Scope scope) {
    Map<String, Overlay> known = read(scope.markers);
    int broken = scope.markers.size() - known.size();
    Map<String, Overlay> others = read(scope.elsewhere);
    reportUnreadable(scope.markers);
    List<Overlay> roots = OverlayRoots.of(known, others);
    List<Overlay> sound = new ArrayList<>();
    for (Overlay root : roots) {
      findings.addAll(root.problems());
      if (root.problems().isEmpty()) {
        sound.add(root);
      }
    }
    Builds builds = new Builds(tree, renderer, unrendered, findings::add);
    List<Manifest> objects = builds.of(sound);
    Set<String> used = new HashSet<>();
    known.values().forEach(overlay -> used.addAll(overlay.files().keySet()));
    others.values().forEach(overlay -> used.addAll(overlay.files().keySet()));
    reportUnusedComponents(known, others);
    int files = scope.markers.size() + scope.beside.size() - reportUnused(scope.beside, used);
    return new Result(objects, files, broken + roots.size() - sound.size() + builds.failures());
  }

  private Map<String, Overlay> read(List<SourceEntry> markers) {
    Map<String, Overlay> overlays = new LinkedHashMap<>();
    for (SourceEntry marker : markers) {
      String folder = TreePath.parent(marker.path());
      tree.description(folder)
          .flatMap(TreeFiles.Description::file)
          .ifPresent(file -> overlays.put(folder, OverlayReader.read(file, tree, unrendered)));
    }
    return overlays;
  }

  private void reportUnreadable(List<SourceEntry> markers) {
    for (SourceEntry marker : markers) {
      tree.description(TreePath.parent(marker.path()))
          .ifPresent(description -> findings.addAll(description.problems()));
    }
  }

  /** Files that nobody names are a mistake as often as not. */
  private int reportUnused(List<SourceEntry> beside, Set<String> used) {
    int count = 0;
    for (SourceEntry entry : beside) {
      if (!used.contains(entry.path())) {
        count++;
        findings.add(
            Diagnostic.of(
                    UNUSED_FILE,
                    SourceFile.of(entry.path(), "").beginning(),
                    "no Kustomization names this file, so that nothing of it is checked or compiled")
                .withHelp("name it under resources, or in .strakeignore if it is no object"));
      }
    }
    return count;
  }

  private void reportUnusedComponents(Map<String, Overlay> known, Map<String, Overlay> others) {
    for (Overlay component : OverlayRoots.unusedComponents(known, others)) {
      findings.add(
          Diagnostic.of(
                  UNUSED_FILE,
                  component.root().place(),
                  "nobody uses this Component, so that nothing of it is checked or compiled")
              .withHelp("name its folder under components of a Kustomization, or remove it"));
    }
  }
}
