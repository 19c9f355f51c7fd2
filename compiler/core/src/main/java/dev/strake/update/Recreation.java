package dev.strake.update;

import dev.strake.manifest.Manifest;
import dev.strake.yaml.YamlMapping;
import java.util.Optional;

/**
 * Objects that their deployment tool deletes before it creates them anew, so that there is nothing
 * to update.
 *
 * @see <a href="https://helm.sh/docs/topics/charts_hooks/">Helm: chart hooks</a>
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/">Argo CD: sync
 *     options</a>
 * @see <a
 *     href="https://fluxcd.io/flux/components/kustomize/kustomizations/#controlling-the-apply-behavior-of-resources">Flux:
 *     the annotation force</a>
 */
final class Recreation {

  private Recreation() {}

  static boolean isAskedFor(Manifest manifest) {
    Optional<YamlMapping> annotations =
        manifest.root().mapping("metadata").flatMap(metadata -> metadata.mapping("annotations"));
    return annotations.map(Recreation::isAskedFor).orElse(false);
  }

  private static boolean isAskedFor(YamlMapping annotations) {
    String argo = annotations.string("argocd.argoproj.io/sync-options").orElse("");
    String flux = annotations.string("kustomize.toolkit.fluxcd.io/force").orElse("");
    return annotations.get("helm.sh/hook").isPresent()
        || annotations.get("argocd.argoproj.io/hook").isPresent()
        || argo.contains("Force=true")
        || argo.contains("Replace=true")
        || flux.equalsIgnoreCase("enabled");
  }
}
