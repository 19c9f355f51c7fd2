package dev.strake.generate.controlplane;

import dev.strake.bundle.Artifact;
import dev.strake.bundle.ArtifactPath;
import dev.strake.bundle.FileMode;
import dev.strake.bundle.Phase;
import dev.strake.generate.ManifestObject;
import dev.strake.generate.OutputFolder;
import dev.strake.source.SourceRange;
import java.util.List;

/** A file of a host, before it is known which host's. */
sealed interface HostFile {

  /** On the host, absolute. */
  String path();

  Artifact in(OutputFolder folder, ArtifactPath artifact, Phase phase);

  /** A file that somebody has written as it is. */
  record Text(String path, SourceRange origin, String text) implements HostFile {

    @Override
    public Artifact in(OutputFolder folder, ArtifactPath artifact, Phase phase) {
      return folder.text(artifact, FileMode.REGULAR, phase, origin, text);
    }
  }

  /** A configuration of one document. */
  record Document(String path, ManifestObject document) implements HostFile {

    @Override
    public Artifact in(OutputFolder folder, ArtifactPath artifact, Phase phase) {
      return folder.documents(artifact, phase, List.of(document));
    }
  }
}
