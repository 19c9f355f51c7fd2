package dev.strake.cli;

import dev.strake.sync.plan.Plan;
import dev.strake.sync.plan.PlanFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Plans on disk. */
final class PlanFiles {

  private static final long LARGEST = 64L * 1024 * 1024;

  private PlanFiles() {}

  /**
   * The whole file, or nothing.
   *
   * @throws ParameterException if it cannot be written: exit code 2
   */
  static void write(CommandSpec spec, Path file, Plan plan) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      Path whole = Files.createTempFile(folder, ".strake-plan", null);
      try {
        Files.writeString(whole, PlanFile.write(plan));
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(whole);
      }
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "cannot write " + file + ": " + e.getMessage());
    }
  }

  /**
   * As it was written.
   *
   * @throws ParameterException if it is not there, or no plan any more: exit code 2
   */
  static Plan read(CommandSpec spec, Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new ParameterException(spec.commandLine(), file + " is too large for a plan");
      }
      return PlanFile.read(Files.readString(file))
          .orElseThrow(
              () ->
                  new ParameterException(
                      spec.commandLine(), file + " is no plan, or was changed since it was made"));
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "cannot read " + file + ": " + e.getMessage());
    }
  }
}
