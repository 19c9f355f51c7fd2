package dev.strake.check.entry;

import dev.strake.check.SpecCheck;
import dev.strake.check.tenant.SourceFolder;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNamespace;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import dev.strake.spec.Policies;
import dev.strake.spec.Tenant;
import dev.strake.value.HostPattern;
import dev.strake.value.ImageRepository;
import dev.strake.value.RelativePath;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Entries of a list that another one makes superfluous: the same role for the same subject, a
 * registry below one that is allowed as a whole. They do no harm until somebody removes one of them
 * and believes that this was it.
 */
final class RedundantEntry implements SpecCheck {

  static final Code REDUNDANT_ENTRY = Code.info("spec/redundant-entry");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    ClusterSpec spec = cluster.spec().spec();
    Origins origins = cluster.origins();
    entries(spec, ClusterSpec::sources, RedundantEntry::contains, origins, sink);
    for (ClusterNamespace namespace : spec.namespaces()) {
      sections(
          namespace.roleBindings(),
          (one, other) -> Covering.isSameGrant(one, other, namespace.name()),
          origins,
          sink);
    }
    for (Tenant tenant : spec.tenants()) {
      entries(tenant, Tenant::namespaces, Objects::equals, origins, sink);
      entries(tenant, Tenant::sources, RedundantEntry::contains, origins, sink);
      entries(tenant, Tenant::allowedRegistries, ImageRepository::covers, origins, sink);
      entries(tenant, Tenant::allowedIngressHosts, HostPattern::covers, origins, sink);
    }
    Policies policies = spec.policies();
    sections(policies.externals(), Covering::covers, origins, sink);
    sections(policies.exceptions(), Covering::covers, origins, sink);
  }

  private static boolean contains(RelativePath folder, RelativePath other) {
    return SourceFolder.of(folder).contains(SourceFolder.of(other));
  }

  private static <R extends Record> void sections(
      List<R> sections, BiPredicate<R, R> covers, Origins origins, DiagnosticSink sink) {
    compare(sections, covers, i -> origins.of(sections.get(i)), i -> "this", sink);
  }

  private static <R extends Record, E> void entries(
      R section,
      Origins.Field<R, List<E>> field,
      BiPredicate<E, E> covers,
      Origins origins,
      DiagnosticSink sink) {
    List<E> list = field.apply(section);
    compare(list, covers, i -> origins.of(section, field, i), i -> list.get(i).toString(), sink);
  }

  /** Of two that say the same, the later one is superfluous. */
  private static <E> void compare(
      List<E> list,
      BiPredicate<E, E> covers,
      IntFunction<Origin> place,
      IntFunction<String> name,
      DiagnosticSink sink) {
    for (int i = 0; i < list.size(); i++) {
      OptionalInt other = covering(list, i, covers);
      if (other.isPresent()) {
        sink.report(
            place
                .apply(i)
                .finding(REDUNDANT_ENTRY, "another entry of the list covers " + name.apply(i))
                .withRelated(place.apply(other.getAsInt()).range(), "the other entry")
                .withHelp("leave this one out: the other says as much"));
      }
    }
  }

  private static <E> OptionalInt covering(List<E> list, int i, BiPredicate<E, E> covers) {
    E entry = list.get(i);
    return IntStream.range(0, list.size())
        .filter(j -> j != i && covers.test(list.get(j), entry))
        .filter(j -> j < i || !covers.test(entry, list.get(j)))
        .findFirst();
  }
}
