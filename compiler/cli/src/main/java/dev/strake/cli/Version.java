package dev.strake.cli;

import picocli.CommandLine.IVersionProvider;

/** From the jar's manifest; a class folder has none. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"strake " + (version == null ? "(not packaged)" : version)};
  }
}
