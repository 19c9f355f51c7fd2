package dev.strake.cli;

import dev.strake.source.SourceTree;
import dev.strake.source.UnionTree;
import dev.strake.source.WorkingTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Opens what the command line names. */
final class InputPaths {

  private InputPaths() {}

  /**
   * All paths as one tree, so that objects in one may refer to objects in another.
   *
   * @param ours what the command itself reads or writes, and so is no source
   * @throws ParameterException if one of them cannot be read: exit code 2
   */
  static SourceTree open(CommandSpec spec, List<Path> paths, List<Path> ours) {
    List<WorkingTree> trees = new ArrayList<>();
    for (Path path : paths) {
      trees.add(open(spec, path).without(ours));
    }
    return trees.size() == 1 ? trees.get(0) : new UnionTree(trees);
  }

  /** A path on disk with {@code /} on every system. */
  static String text(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  /**
   * One path.
   *
   * @throws ParameterException if it cannot be read: exit code 2
   */
  static WorkingTree open(CommandSpec spec, Path path) {
    return WorkingTree.open(path)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(), path + " is not a file or folder that can be read"));
  }
}
