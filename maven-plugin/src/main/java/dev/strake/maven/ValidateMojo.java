package dev.strake.maven;

import dev.strake.Compilation;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Checks clusters and manifests: everything up to and including policies. Writes nothing. Needs
 * nothing from earlier phases, so a mistake breaks the build before anything else has run.
 */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class ValidateMojo extends Goal {

  @Override
  Compilation finish(Compilation checked) {
    return checked;
  }
}
