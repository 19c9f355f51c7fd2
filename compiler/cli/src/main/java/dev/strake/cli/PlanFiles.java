package dev.strake.cli;

import dev.strake.git.TextSigner;
import dev.strake.sync.plan.Plan;
import dev.strake.sync.plan.PlanFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Plans on disk. */
final class PlanFiles {

  private static final long LARGEST = 64L * 1024 * 1024;

  private PlanFiles() {}

  /**
   * The whole file, or nothing, and the signature beside it.
   *
   * @param signer empty if nobody vouches for it
   * @throws ParameterException if it cannot be written: exit code 2
   */
  static void write(CommandSpec spec, Path file, Plan plan, Optional<TextSigner> signer) {
    byte[] text = PlanFile.write(plan).getBytes(StandardCharsets.UTF_8);
    try {
      write(file, text);
      if (signer.isPresent()) {
        String signature = signer.get().sign(PlanSignature.NAMESPACE, text);
        write(PlanSignature.beside(file), signature.getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "cannot write " + file + ": " + e.getMessage());
    }
  }

  private static void write(Path file, byte[] text) throws IOException {
    Path whole = Files.createTempFile(file.toAbsolutePath().getParent(), ".strake-plan", null);
    try {
      Files.write(whole, text);
      Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  /**
   * As it was written. What is judged is what is read: the file is read once.
   *
   * @param allowedSigners one of whom must have signed it; empty if nobody need
   * @return empty if nobody did who may, which is said on standard error
   * @throws ParameterException if it is not there, or no plan any more: exit code 2
   */
  static Optional<Plan> read(CommandSpec spec, Path file, Optional<Path> allowedSigners) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new ParameterException(spec.commandLine(), file + " is too large for a plan");
      }
      byte[] text = Files.readAllBytes(file);
      Optional<String> refusal =
          allowedSigners.flatMap(signers -> PlanSignature.refusal(file, text, signers));
      if (refusal.isPresent()) {
        spec.commandLine()
            .getErr()
            .println("strake: nothing was applied: the plan %s: %s".formatted(file, refusal.get()));
        return Optional.empty();
      }
      Plan plan =
          PlanFile.read(new String(text, StandardCharsets.UTF_8))
              .orElseThrow(
                  () ->
                      new ParameterException(
                          spec.commandLine(),
                          file + " is no plan, or was changed since it was made"));
      return Optional.of(plan);
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "cannot read " + file + ": " + e.getMessage());
    }
  }
}
