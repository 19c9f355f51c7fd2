package dev.strake.check.feature;

import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Vendored;
import java.util.Optional;
import java.util.Set;

/** Software of others that the spec brings instead of an add-on, by its name or its chart's. */
final class VendoredSoftware {

  private VendoredSoftware() {}

  static boolean has(ResolvedCluster cluster, String... names) {
    return find(cluster, names).isPresent();
  }

  static Optional<Vendored> find(ResolvedCluster cluster, String... names) {
    Set<String> wanted = Set.of(names);
    return cluster.spec().spec().vendored().stream()
        .filter(
            one ->
                wanted.contains(one.name().toString())
                    || (one.chart() != null && wanted.contains(one.chart().name().toString())))
        .findFirst();
  }
}
