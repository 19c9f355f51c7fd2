package dev.strake.sync.agent;

import dev.strake.bundle.Bundle;
import dev.strake.diagnostic.Checked;
import dev.strake.source.SourceTree;
import java.util.List;

/** The compiler with all its policies; called by several threads at once. */
@FunctionalInterface
public interface BundleCompiler {

  /**
   * Compiles and judges.
   *
   * @param set the name of a bundle made of objects that belong to no cluster
   * @return no value if findings forbid to sync
   */
  Checked<List<Bundle>> compile(SourceTree tree, String set);
}
