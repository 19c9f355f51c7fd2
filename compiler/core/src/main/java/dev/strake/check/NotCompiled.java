package dev.strake.check;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.source.SourceRange;
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
          new Section("pki", ClusterSpec::pki),
          new Section("bootstrap", ClusterSpec::bootstrap),
          new Section("os", ClusterSpec::os),
          new Section("containerRuntime", ClusterSpec::containerRuntime),
          new Section("kubeProxy", ClusterSpec::kubeProxy),
          new Section("kubelet", ClusterSpec::kubelet),
          new Section("upgrade", ClusterSpec::upgrade),
          new Section("backup", ClusterSpec::backup),
          new Section("storage", ClusterSpec::storage),
          new Section("addons", ClusterSpec::addons),
          new Section("tenants", ClusterSpec::tenants),
          new Section("vendored", ClusterSpec::vendored));

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    ClusterSpec spec = cluster.spec().spec();
    SourceRange whole = cluster.origins().of(spec).range();
    List<Section> written =
        SECTIONS.stream()
            .filter(section -> !place(cluster, section).range().equals(whole))
            .toList();
    if (written.isEmpty()) {
      return;
    }
    String names = written.stream().map(Section::name).collect(Collectors.joining(", "));
    sink.report(
        place(cluster, written.get(0))
            .finding(
                NOT_COMPILED, "checked, but nothing is generated yet from these sections: " + names)
            .withHelp("set up by hand what they describe"));
  }

  private static Origin place(ResolvedCluster cluster, Section section) {
    return cluster.origins().of(cluster.spec().spec(), section.field());
  }
}
