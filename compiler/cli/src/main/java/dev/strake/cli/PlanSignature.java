package dev.strake.cli;

import dev.strake.git.TextSignature;
import dev.strake.git.TextSigner;
import dev.strake.sync.plan.PlanText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Who vouches for a plan file: an SSH signature in a file beside it, as ssh-keygen has it. */
final class PlanSignature {

  /** What a signature must be for, so that none of a commit or a mail is taken for one. */
  static final String NAMESPACE = "strake-plan";

  private static final String SUFFIX = ".sig";
  private static final long LARGEST = 64L << 10;

  private PlanSignature() {}

  /** Beside a plan, where ssh-keygen writes it too. */
  static Path beside(Path plan) {
    return plan.resolveSibling(plan.getFileName() + SUFFIX);
  }

  /**
   * Who signs; empty if nobody shall.
   *
   * @throws ParameterException if the key cannot be used, or there is no file to sign: exit code 2
   */
  static Optional<TextSigner> signer(CommandSpec spec, @Nullable Path out, @Nullable Path key) {
    if (key == null) {
      return Optional.empty();
    }
    if (out == null) {
      throw new ParameterException(
          spec.commandLine(), "--sign-key signs a file: name it with --out");
    }
    try {
      return Optional.of(TextSigner.of(key));
    } catch (IOException e) {
      throw new ParameterException(spec.commandLine(), "--sign-key: " + e.getMessage());
    }
  }

  /** Why a plan is nobody's who may; empty if it is good. */
  static Optional<String> refusal(Path plan, byte[] text, Path allowedSigners) {
    Path file = beside(plan);
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        return Optional.of(
            "it is not signed: there is no %s; strake plan --sign-key, or ssh-keygen -Y sign -n %s, writes it"
                .formatted(file, NAMESPACE));
      }
      return new TextSignature(allowedSigners, NAMESPACE, Clock.system(ZoneId.systemDefault()))
          .verify(text, Files.readString(file))
          .match(
              trusted -> Optional.empty(),
              refused -> Optional.of(PlanText.shown(refused.message())));
    } catch (IOException e) {
      return Optional.of(file + " cannot be read");
    }
  }
}
