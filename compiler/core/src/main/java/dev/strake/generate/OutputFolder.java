package dev.strake.generate;

import dev.strake.bundle.Artifact;
import dev.strake.bundle.ArtifactPath;
import dev.strake.bundle.FileMode;
import dev.strake.bundle.Phase;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.manifest.Manifest;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.source.SourceFile;
import dev.strake.source.SourceRange;
import dev.strake.yaml.YamlDocument;
import dev.strake.yaml.YamlReader;
import dev.strake.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.List;

/** A cluster's folder in the output: turns what generators made into its files. */
public final class OutputFolder {

  private final String name;

  private OutputFolder(String name) {
    this.name = name;
  }

  public static OutputFolder of(ResolvedCluster cluster) {
    return new OutputFolder(cluster.name());
  }

  /**
   * A file that is no YAML.
   *
   * @param origin what in the spec caused it
   */
  public Artifact text(
      ArtifactPath path, FileMode mode, Phase phase, SourceRange origin, String text) {
    return new Artifact(path, mode, phase, file(path, text), origin, List.of());
  }

  /**
   * A YAML file of one or more documents. Its origin is the first one's. The text is read back, so
   * that each document knows its lines in it.
   */
  public Artifact documents(ArtifactPath path, Phase phase, List<ManifestObject> objects) {
    List<?> trees = objects.stream().map(object -> ModelTree.of(object.model())).toList();
    SourceFile file = file(path, YamlWriter.writeAll(trees));
    SourceRange origin = objects.get(0).sources().origin();
    return new Artifact(path, FileMode.REGULAR, phase, file, origin, readBack(file, objects));
  }

  private SourceFile file(ArtifactPath path, String text) {
    return SourceFile.of(name + "/" + path, text);
  }

  private static List<Manifest> readBack(SourceFile file, List<ManifestObject> objects) {
    List<Diagnostic> findings = new ArrayList<>();
    List<YamlDocument> documents =
        YamlReader.withDefaultLimits().read(file, findings::add).documents();
    if (!findings.isEmpty() || documents.size() != objects.size()) {
      throw new IllegalStateException("generated text does not read back: " + file + findings);
    }
    List<Manifest> manifests = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      manifests.add(
          Manifest.of(documents.get(i).root(), objects.get(i).sources())
              .orElseThrow(() -> new IllegalStateException("no object in " + file)));
    }
    return manifests;
  }
}
