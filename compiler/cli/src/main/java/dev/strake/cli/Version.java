package dev.strake.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** From the jar's manifest; a class folder has none. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"strake " + number().orElse("(not packaged)")};
  }

  /** Such as {@code 0.1.0}. */
  static Optional<String> number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion());
  }
}
