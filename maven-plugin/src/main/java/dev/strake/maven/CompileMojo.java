package dev.strake.maven;

import dev.strake.Compilation;
import dev.strake.bundle.Bundle;
import java.io.File;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Checks clusters, then writes everything they need; nothing is written if a finding breaks the
 * build. Bound to generate-resources, so that a project can name the output as a resource and have
 * process-resources put it into the jar.
 */
@Mojo(name = "compile", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, threadSafe = true)
public final class CompileMojo extends Goal {

  /** The folder to write to, a folder a cluster; it is made if it is not there. */
  @Parameter(
      property = "strake.output",
      defaultValue = "${project.build.directory}/strake",
      required = true)
  File output = new File("");

  @Override
  Compilation finish(Compilation checked) {
    List<String> clusters = checked.bundles().stream().map(Bundle::cluster).toList();
    if (clusters.isEmpty()) {
      getLog().info("Nothing to write: there is no cluster");
    } else {
      getLog().info("Writing to %s: %s".formatted(output, String.join(", ", clusters)));
    }
    return checked.write(output.toPath());
  }
}
