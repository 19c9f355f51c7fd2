package dev.strake.check.version;

import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Vendored;
import dev.strake.versions.MinorVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A pod network among what is vendored, known by its own name or by its chart's.
 *
 * @param plugin as the table of releases calls it
 */
record VendoredCni(String plugin, Vendored written) {

  private static final Map<String, String> PLUGINS =
      Map.of("calico", "Calico", "tigera-operator", "Calico", "cilium", "Cilium");

  static List<VendoredCni> of(ResolvedCluster cluster) {
    return cluster.spec().spec().vendored().stream().flatMap(one -> find(one).stream()).toList();
  }

  private static Optional<VendoredCni> find(Vendored vendored) {
    Vendored.Chart chart = vendored.chart();
    Stream<String> names =
        Stream.concat(
            Stream.of(vendored.name().toString()),
            Stream.ofNullable(chart).map(one -> one.name().toString()));
    return names
        .flatMap(name -> Stream.ofNullable(PLUGINS.get(name)))
        .findFirst()
        .map(plugin -> new VendoredCni(plugin, vendored));
  }

  MinorVersion minor() {
    return MinorVersion.of(written.version());
  }
}
