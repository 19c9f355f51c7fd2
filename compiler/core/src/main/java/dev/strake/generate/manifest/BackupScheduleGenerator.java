package dev.strake.generate.manifest;

import dev.strake.bundle.Artifact;
import dev.strake.generate.Generator;
import dev.strake.manifest.SourceMap;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Backup.Velero;
import dev.strake.spec.Vendored;
import dev.strake.yaml.NodePath;
import java.util.List;
import java.util.Objects;

/**
 * When Velero saves the cluster's objects and volumes. Where it saves them to is a value of its
 * chart: only the chart knows the store's provider.
 *
 * @see <a href="https://velero.io/docs/main/api-types/schedule/">Velero: Schedule</a>
 */
final class BackupScheduleGenerator implements Generator {

  private static final String NAME = "cluster";
  private static final String VELERO = "velero";

  @Override
  public List<Artifact> generate(ResolvedCluster cluster) {
    Velero velero = cluster.spec().spec().backup().velero();
    if (velero == null) {
      return List.of();
    }
    NodePath template = NodePath.of("spec", "template");
    SourceMap sources =
        SourceMap.of(cluster.origins().of(velero).range())
            .with(
                NodePath.of("spec", "schedule"),
                cluster.origins().of(velero, Velero::schedule).range())
            .with(template.key("ttl"), cluster.origins().of(velero, Velero::ttl).range());
    Schedule schedule =
        new Schedule(
            new CustomObject.Metadata(NAME, namespace(cluster)),
            new Spec(
                velero.schedule().toString(), new Template(List.of("*"), velero.ttl().toString())));
    return List.of(new ManifestFiles(cluster).of(schedule, sources));
  }

  /** The server's own: it looks for schedules nowhere else. */
  private static String namespace(ResolvedCluster cluster) {
    return cluster.spec().spec().vendored().stream()
        .filter(BackupScheduleGenerator::isVelero)
        .map(Vendored::namespace)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .findFirst()
        .orElse(VELERO);
  }

  private static boolean isVelero(Vendored vendored) {
    Vendored.Chart chart = vendored.chart();
    return chart == null
        ? vendored.name().toString().equals(VELERO)
        : chart.name().toString().equals(VELERO);
  }

  record Schedule(Metadata metadata, Spec spec) implements CustomObject {
    @Override
    public String apiVersion() {
      return "velero.io/v1";
    }
  }

  record Spec(String schedule, Template template) {}

  record Template(List<String> includedNamespaces, String ttl) {}
}
