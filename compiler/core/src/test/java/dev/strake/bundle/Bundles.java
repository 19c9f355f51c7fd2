package dev.strake.bundle;

import dev.strake.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Small bundles for tests. */
final class Bundles {

  private static final SourceFile SPEC = SourceFile.of("cluster.yaml", "a\nb\nc\n");

  private Bundles() {}

  /** Paths and texts in turn; names that end in .sh are executable. */
  static Bundle of(String... pathsAndTexts) {
    List<Artifact> artifacts = new ArrayList<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      String path = pathsAndTexts[i];
      artifacts.add(
          new Artifact(
              ArtifactPath.of(path.split("/")),
              path.endsWith(".sh") ? FileMode.EXECUTABLE : FileMode.REGULAR,
              Phase.NODE,
              SourceFile.of("prod/" + path, pathsAndTexts[i + 1]),
              SPEC.range(2, 3),
              List.of()));
    }
    return new Bundle("prod", "", List.of(), artifacts);
  }
}
