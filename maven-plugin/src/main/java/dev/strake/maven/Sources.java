package dev.strake.maven;

import dev.strake.source.SourceTree;
import dev.strake.source.UnionTree;
import dev.strake.source.WorkingTree;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/** Finds what a project wants checked. */
final class Sources {

  private Sources() {}

  /**
   * All paths as one tree; without paths, what stands at the default place.
   *
   * @param ours files that the goal itself writes, and so are no sources
   * @return empty only for an aggregator with nothing at the default places
   * @throws MojoExecutionException if a path cannot be read, or there is nothing to check
   */
  static Optional<SourceTree> open(
      List<File> paths, Path basedir, boolean aggregator, List<Path> ours)
      throws MojoExecutionException {
    if (!paths.isEmpty()) {
      return Optional.of(open(paths, ours));
    }
    Optional<WorkingTree> found =
        WorkingTree.open(basedir.resolve("src/main/strake"))
            .or(
                () ->
                    WorkingTree.open(basedir.resolve("cluster.yaml"))
                        .flatMap(cluster -> WorkingTree.open(basedir)));
    if (found.isEmpty() && !aggregator) {
      throw new MojoExecutionException(
          basedir
              + " has no src/main/strake and no cluster.yaml, so there is nothing to check:"
              + " set <paths>, or <skip> for this project");
    }
    return found.map(tree -> tree.without(ours));
  }

  private static SourceTree open(List<File> paths, List<Path> ours) throws MojoExecutionException {
    List<WorkingTree> trees = new ArrayList<>();
    for (File path : paths) {
      trees.add(
          WorkingTree.open(path.toPath())
              .orElseThrow(
                  () ->
                      new MojoExecutionException(
                          "paths: " + path + " is not a file or folder that can be read"))
              .without(ours));
    }
    return new UnionTree(trees);
  }
}
