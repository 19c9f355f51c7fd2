package dev.strake.check.controlplane;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.versions.ComponentFlags;

/**
 * A flag that is not known, and looks like one that is. A component does not start with a flag that
 * it does not have. A warning, because a release may bring new ones.
 */
final class MisspeltFlag implements SpecCheck {

  static final Code FLAG_MISSPELT = Code.warning("spec/flag-misspelt");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    for (AddedFlag flag : AddedFlag.of(cluster)) {
      boolean isJudged =
          ComponentFlags.rule(flag.component(), flag.name(), flag.value(), flag.release())
              .isPresent();
      if (isJudged) {
        continue;
      }
      ComponentFlags.meant(flag.component(), flag.name())
          .ifPresent(
              meant ->
                  sink.report(
                      flag.named()
                          .finding(
                              FLAG_MISSPELT,
                              "%s has no flag %s that is known here"
                                  .formatted(flag.component(), flag.name()))
                          .withHelp("did you mean %s?".formatted(meant))));
    }
  }
}
