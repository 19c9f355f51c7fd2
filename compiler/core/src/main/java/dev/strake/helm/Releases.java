package dev.strake.helm;

import dev.strake.rendering.HelmRelease;
import dev.strake.rendering.RenderTarget;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a chart among the sources is rendered for: no file says so, and all that is left to say lies
 * in the chart's folder.
 */
final class Releases {

  /**
   * Names that Helm takes.
   *
   * @see <a
   *     href="https://github.com/helm/helm/blob/main/pkg/chart/common/util/validate_name.go">validate_name.go</a>
   */
  private static final Pattern NAME =
      Pattern.compile(
          "(?=.{1,53}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

  private Releases() {}

  /**
   * Named after the folder, with the values of {@code values.yaml} and over them those of {@code
   * values-<cluster>.yaml} if there is one.
   */
  static HelmRelease of(Chart chart, RenderTarget target) {
    String folder = chart.folder().substring(chart.folder().lastIndexOf('/') + 1);
    String name =
        Stream.of(folder, chart.name())
            .filter(text -> NAME.matcher(text).matches())
            .findFirst()
            .orElse("release");
    return new HelmRelease(
        name,
        target.namespace().apply(chart.folder()),
        values(chart, target),
        target.kubernetesVersion().get());
  }

  private static List<String> values(Chart chart, RenderTarget target) {
    Optional<String> ofCluster = target.cluster().map("values-%s.yaml"::formatted);
    return ofCluster.filter(path -> chart.files().containsKey(path)).stream().toList();
  }
}
