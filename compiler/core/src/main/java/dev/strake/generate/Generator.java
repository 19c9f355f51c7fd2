package dev.strake.generate;

import dev.strake.bundle.Artifact;
import dev.strake.resolve.ResolvedCluster;
import java.util.List;

/** Makes the files of one concern. A pure function: same cluster, same bytes. */
@FunctionalInterface
public interface Generator {
  List<Artifact> generate(ResolvedCluster cluster);
}
