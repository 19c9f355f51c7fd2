package dev.strake.generate.manifest;

import dev.strake.bundle.Artifact;
import dev.strake.generate.Generator;
import dev.strake.manifest.SourceMap;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.IngressAddon;
import dev.strake.spec.IngressAddon.Controller;
import dev.strake.yaml.NodePath;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClassBuilder;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The class that Ingresses and issuers of certificates name. */
final class IngressClassGenerator implements Generator {

  /**
   * What each controller answers to.
   *
   * @see <a
   *     href="https://haproxy-ingress.github.io/docs/configuration/command-line/#controller-class">HAProxy
   *     Ingress</a>
   * @see <a
   *     href="https://github.com/traefik/traefik-helm-chart/blob/master/traefik/templates/ingressclass.yaml">Traefik</a>
   * @see <a href="https://projectcontour.io/docs/main/config/ingress/">Contour</a>
   */
  private static final Map<Controller, String> CONTROLLERS =
      new EnumMap<>(
          Map.of(
              Controller.haproxyIngress, "haproxy-ingress.github.io/controller",
              Controller.traefik, "traefik.io/ingress-controller",
              Controller.contour, "projectcontour.io/ingress-controller"));

  @Override
  public List<Artifact> generate(ResolvedCluster cluster) {
    IngressAddon ingress = cluster.spec().spec().addons().ingress();
    if (ingress == null) {
      return List.of();
    }
    SourceMap sources =
        SourceMap.of(cluster.origins().of(ingress).range())
            .with(
                NodePath.of("metadata", "name"),
                cluster.origins().of(ingress, IngressAddon::className).range())
            .with(
                NodePath.of("spec", "controller"),
                cluster.origins().of(ingress, IngressAddon::controller).range());
    return List.of(new ManifestFiles(cluster).of(ingressClass(ingress), sources));
  }

  private static IngressClass ingressClass(IngressAddon ingress) {
    return new IngressClassBuilder()
        .withNewMetadata()
        .withName(ingress.className().toString())
        .endMetadata()
        .withNewSpec()
        .withController(CONTROLLERS.get(ingress.controller()))
        .endSpec()
        .build();
  }
}
