package dev.strake.check.output;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Sections that are read and checked, and from which nothing is generated yet. Nobody should find
 * out in the night that a backup was described and never set up. A section leaves the list with its
 * generator.
 */
final class NotCompiled implements SpecCheck {

  static final Code NOT_COMPILED = Code.info("compile/not-compiled");

  private record Section(String name, Origins.Field<ClusterSpec, ?> field) {}

  private static final List<Section> SECTIONS =
      List.of(
          new Section("upgradeFrom", ClusterSpec::upgradeFrom),
          new Section("upgrade", ClusterSpec::upgrade),
          new Section("backup", ClusterSpec::backup),
          new Section("addons", ClusterSpec::addons),
          new Section("vendored", ClusterSpec::vendored));

  /** A part of the spec that was written and has no effect. */
  private record Part(String name, Origin place) {}

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    List<Part> parts = parts(cluster);
    if (parts.isEmpty()) {
      return;
    }
    String names = parts.stream().map(Part::name).collect(Collectors.joining(", "));
    sink.report(
        parts
            .get(0)
            .place()
            .finding(
                NOT_COMPILED, "checked, but nothing is generated yet from these sections: " + names)
            .withHelp("set up by hand what they describe"));
  }

  /** An absent field has the place of what it would stand in. */
  private static List<Part> parts(ResolvedCluster cluster) {
    Origins origins = cluster.origins();
    ClusterSpec spec = cluster.spec().spec();
    return SECTIONS.stream()
        .map(section -> new Part(section.name(), origins.of(spec, section.field())))
        .filter(part -> !part.place().range().equals(origins.of(spec).range()))
        .toList();
  }
}
